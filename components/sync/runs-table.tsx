import Link from "next/link";
import { type Column, PlainTable } from "@/components/tables/plain-table";
import text from "@/components/ui/text.module.css";
import type { Run } from "@/lib/contract/sync";
import { formatCount, formatDayClock, formatDuration } from "@/lib/format";
import { describeScope } from "./describe-scope";
import { RunState } from "./run-state";

const count = (value: number) =>
  value === 0 ? <span className={text.muted}>0</span> : formatCount(value);

const COLUMNS: Column<Run>[] = [
  {
    head: "Run",
    render: (run) => <Link href={`/sync/runs/${run.id}`}>{describeScope(run)}</Link>,
  },
  {
    head: "Started, UTC",
    wide: true,
    render: (run) => (
      <span className={text.noWrap}>{formatDayClock(run.started_at ?? run.created_at)}</span>
    ),
  },
  { head: "State", render: (run) => <RunState run={run} /> },
  { head: "Calls", numeric: true, wide: true, render: (run) => count(run.api_calls) },
  { head: "Fetched", numeric: true, render: (run) => count(run.fetched) },
  { head: "Inserted", numeric: true, wide: true, render: (run) => count(run.inserted) },
  { head: "Updated", numeric: true, wide: true, render: (run) => count(run.updated) },
  { head: "Unchanged", numeric: true, wide: true, render: (run) => count(run.unchanged) },
  {
    head: "Rejected",
    numeric: true,
    render: (run) =>
      run.rejected > 0 ? (
        <Link href={`/sync/rejects?stream=${run.stream}`}>{formatCount(run.rejected)}</Link>
      ) : (
        count(0)
      ),
  },
  { head: "Took", numeric: true, wide: true, render: (run) => formatDuration(run.duration_ms) },
];

/** Runs with their counts, which add up: fetched = inserted + updated + unchanged + rejected. */
export const RunsTable = ({ runs }: { runs: readonly Run[] }) => (
  <PlainTable label="Runs" columns={COLUMNS} rows={runs} rowKey={({ id }) => id} />
);
