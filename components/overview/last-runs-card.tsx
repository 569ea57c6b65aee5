"use client";
import Link from "next/link";
import { useLiveRuns } from "@/components/hooks/use-live-runs";
import { describeScope } from "@/components/sync/describe-scope";
import { RunState } from "@/components/sync/run-state";
import { PlainTable } from "@/components/tables/plain-table";
import { Age } from "@/components/ui/age";
import { Card } from "@/components/ui/card";
import text from "@/components/ui/text.module.css";
import type { Page } from "@/lib/contract/paging";
import type { Run } from "@/lib/contract/sync";
import { formatCount } from "@/lib/format";

const SHOWN = 5;

export function LastRunsCard({ runs }: { runs: Page<Run> }) {
  const { items, total } = useLiveRuns(runs);
  return (
    <Card
      title="Last runs"
      note={total > SHOWN ? `The newest ${SHOWN} of ${formatCount(total)}` : "Newest first"}
      aside={<Link href="/sync">Data Sync</Link>}
      flush
    >
      <PlainTable
        label="Last runs"
        rows={items.slice(0, SHOWN)}
        rowKey={({ id }) => id}
        columns={[
          {
            head: "Run",
            render: (run) => <Link href={`/sync/runs/${run.id}`}>{describeScope(run)}</Link>,
          },
          { head: "State", render: (run) => <RunState run={run} short /> },
          { head: "Fetched", numeric: true, render: ({ fetched }) => formatCount(fetched) },
          {
            head: "When",
            numeric: true,
            render: ({ finished_at, started_at }) =>
              (finished_at ?? started_at) ? (
                <Age of={finished_at ?? started_at ?? ""} />
              ) : (
                <span className={text.muted}>waits</span>
              ),
          },
        ]}
      />
    </Card>
  );
}
