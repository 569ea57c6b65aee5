import { LoadingPage } from "@/components/layout/loading-page";

export default function Loading() {
  return <LoadingPage title="Overview" cards={["Totals", "Countries by airports", "Freshness"]} />;
}
