import { LoadingPage } from "@/components/layout/loading-page";

export default function Loading() {
  return <LoadingPage title="Airports" cards={["List", "Map"]} />;
}
