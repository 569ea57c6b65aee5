import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { signInHref } from "@/components/login/safe-path";
import { loadFindingSearch, toPage } from "@/components/sync/finding-search-params";
import { RUNS_SHOWN } from "@/components/sync/runs-shown";
import { SyncView } from "@/components/sync/sync-view";
import { findOverview } from "@/inngest/find-overview";
import { findSourceSettings } from "@/inngest/source";
import { findPageCaller } from "@/lib/auth/caller";
import { LIMIT_MAX } from "@/lib/contract/paging";
import { findDrift } from "@/lib/db/findings/find-drift";
import { findRejects } from "@/lib/db/findings/find-rejects";
import { findUnreadable } from "@/lib/db/findings/find-unreadable";
import { findQuotaState } from "@/lib/db/quota";
import { findRuns } from "@/lib/db/runs/find-runs";

export const metadata: Metadata = { title: "Data Sync" };

/** Differences are shown one by one, rejects summed up. */
const DRIFT_SHOWN = 8;
const REJECTS_SUMMED = 200;

/** Null while the source cannot be asked who it is; the rest of the page does not depend on it. */
const findQuota = () =>
  findSourceSettings()
    .then(({ keyHash, limits }) => findQuotaState(keyHash, limits))
    .catch(() => null);

export default async function SyncPage({ searchParams }: PageProps<"/sync">) {
  const page = toPage(await loadFindingSearch(searchParams));
  const caller = await findPageCaller(await headers());
  if (!caller) redirect(signInHref("/sync"));
  const runs = (skip: number) => findRuns({ skip, limit: RUNS_SHOWN });
  const [newest, older, quota, overview, rejects, unreadable, drift] = await Promise.all([
    runs(0),
    page > 1 ? runs((page - 1) * RUNS_SHOWN) : null,
    findQuota(),
    findOverview(),
    findRejects({ skip: 0, limit: REJECTS_SUMMED }),
    findUnreadable({ skip: 0, limit: LIMIT_MAX }),
    findDrift({ skip: 0, limit: DRIFT_SHOWN }),
  ]);
  return (
    <SyncView
      role={caller.role}
      newest={newest}
      older={older}
      page={page}
      quota={quota}
      freshness={overview.freshness}
      rejects={rejects}
      unreadable={unreadable}
      drift={drift}
    />
  );
}
