"use client";
import { useLiveRuns } from "@/components/hooks/use-live-runs";
import { useRefreshOnEnd } from "@/components/hooks/use-refresh-on-end";
import { Age } from "@/components/ui/age";
import { Card } from "@/components/ui/card";
import text from "@/components/ui/text.module.css";
import type { Page } from "@/lib/contract/paging";
import type { Run } from "@/lib/contract/sync";
import { formatNoun } from "@/lib/format";
import { describeScope } from "./describe-scope";
import { isBusy } from "./run-words";
import { RunningRun } from "./running-run";

/** What is being collected at this moment; it moves by itself. */
export function RunningCard({ runs, mayCancel }: { runs: Page<Run>; mayCancel: boolean }) {
  const { items } = useLiveRuns(runs);
  useRefreshOnEnd(items);
  const busy = items.filter(isBusy).reverse().sort(byTurn);
  const last = items.find(({ finished_at }) => finished_at !== null);
  return (
    <Card
      title="Running now"
      note={
        busy.length > 0 ? `${formatNoun(busy.length, "run")}; this part moves by itself` : "Nothing"
      }
    >
      {busy.map((run) => (
        <RunningRun key={run.id} run={run} mayCancel={mayCancel} />
      ))}
      {busy.length === 0 && (
        <p className={text.second}>
          Lists are collected every Sunday at 02:00 UTC, schedules every day at 06:00 UTC, and
          flight boards in live rounds.{" "}
          {last?.finished_at && (
            <>
              The last run, {describeScope(last)}, ended <Age of={last.finished_at} />.
            </>
          )}
        </p>
      )}
    </Card>
  );
}

/** What is at work comes first, then what goes next; what rests comes last. Of equals the oldest goes first, as they stand. */
const byTurn = (one: Run, other: Run): number =>
  Number(one.paused_at !== null) - Number(other.paused_at !== null) ||
  Number(other.status === "running") - Number(one.status === "running") ||
  one.priority - other.priority;
