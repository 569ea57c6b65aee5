import { LoadingPage } from "@/components/layout/loading-page";

export default function Loading() {
  return <LoadingPage title="Data Sync" cards={["Running now", "Runs", "Rejects"]} />;
}
