import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { signInHref } from "@/components/login/safe-path";
import { OverviewView } from "@/components/overview/overview-view";
import { RUNS_SHOWN } from "@/components/sync/runs-shown";
import { findOverview } from "@/inngest/find-overview";
import { findPageCaller } from "@/lib/auth/caller";
import { findRuns } from "@/lib/db/runs/find-runs";

export default async function OverviewPage() {
  if (!(await findPageCaller(await headers()))) redirect(signInHref("/"));
  const [overview, runs] = await Promise.all([
    findOverview(),
    findRuns({ skip: 0, limit: RUNS_SHOWN }),
  ]);
  return <OverviewView overview={overview} runs={runs} />;
}
