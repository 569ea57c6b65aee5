"use client";
import { useLiveRuns } from "@/components/hooks/use-live-runs";
import { Pager } from "@/components/tables/pager";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Page } from "@/lib/contract/paging";
import type { Run } from "@/lib/contract/sync";
import { RUNS_SHOWN } from "./runs-shown";
import { RunsTable } from "./runs-table";

type RunsCardProps = {
  /** The newest runs, which are kept fresh. */
  newest: Page<Run>;
  /** The runs of an older page, which stand still. */
  older: Page<Run> | null;
  page: number;
};

/** All runs, newest first. */
export function RunsCard({ newest, older, page }: RunsCardProps) {
  const live = useLiveRuns(newest);
  const { items, total } = older ?? live;
  return (
    <Card
      title="Runs"
      note="Fetched = inserted + updated + unchanged + rejected; unreadable positions are counted apart"
      flush
    >
      {items.length > 0 ? (
        <>
          <RunsTable runs={items} />
          <Pager
            page={page}
            pageSize={RUNS_SHOWN}
            total={total}
            noun={["run", "runs"]}
            hrefOf={(it) => (it === 1 ? "/sync" : `/sync?page=${it}`)}
          />
        </>
      ) : (
        <EmptyState title="No run yet">
          The first round begins by itself shortly after the product has started.
        </EmptyState>
      )}
    </Card>
  );
}
