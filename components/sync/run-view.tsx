"use client";
import { useLiveRun } from "@/components/hooks/use-live-run";
import { Grid } from "@/components/layout/grid";
import { PageHead } from "@/components/layout/page-head";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { type Fact, FactList } from "@/components/ui/fact-list";
import { ProgressBar } from "@/components/ui/progress-bar";
import text from "@/components/ui/text.module.css";
import type { Run } from "@/lib/contract/sync";
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatInstant,
  formatNoun,
  MISSING,
} from "@/lib/format";
import { CancelButton } from "./cancel-button";
import { describeAsked, describeScope, lowerFirst } from "./describe-scope";
import { RunCounts } from "./run-counts";
import { runProgress } from "./run-progress";
import { RunState } from "./run-state";
import { describePace, describeTrigger, isBusy } from "./run-words";

/** One run; while it works, its numbers move. */
export function RunView({ run: initial, mayCancel }: { run: Run; mayCancel: boolean }) {
  const run = useLiveRun(initial);
  const { share, done, planned, leftMs } = runProgress(run);
  const name = describeScope(run);
  return (
    <>
      <PageHead
        parent={{ href: "/sync", name: "Data Sync", here: `Run: ${lowerFirst(name)}` }}
        title={`Run: ${lowerFirst(name)}`}
        sub={`Asked for ${formatInstant(run.created_at)} · ${describeTrigger(run)}`}
        actions={
          <>
            <RunState run={run} />
            {mayCancel && <CancelButton run={run} />}
          </>
        }
      />
      <Grid>
        {run.message && (
          <Banner tone={run.status === "failed" ? "error" : "warning"} title="What happened">
            {run.message}
          </Banner>
        )}
        {isBusy(run) && (
          <Card
            title="Progress"
            note={[
              `${formatCount(done)} of ${formatCount(planned)} windows`,
              describePace(run),
              leftMs === null ? null : `about ${formatDuration(leftMs)} left`,
            ]
              .filter(Boolean)
              .join(", ")}
          >
            <ProgressBar label={`${name}, progress`} share={share} />
          </Card>
        )}
        <RunCounts run={run} />
        <Card title="Facts">
          <FactList facts={factsOf(run)} />
        </Card>
      </Grid>
    </>
  );
}

const at = (instant: string | null) => (instant ? formatInstant(instant) : MISSING);

const factsOf = (run: Run): Fact[] => [
  { name: "Asked for by", value: describeTrigger(run) },
  { name: "Asks for", value: describeAsked(run) },
  {
    name: "Windows",
    value: `${formatCount(run.windows_done)} of ${formatCount(run.windows_planned)} done, ${formatCount(run.windows_failed)} failed`,
  },
  {
    name: "Calls",
    value: `${formatNoun(run.api_calls, "call")}, ${formatBytes(run.bytes)} received`,
  },
  { name: "Begun", value: at(run.started_at) },
  { name: "Ended", value: at(run.finished_at) },
  { name: "Took", value: formatDuration(run.duration_ms) },
  { name: "Run", value: <span className={text.mono}>{run.id}</span> },
];
