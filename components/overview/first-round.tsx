"use client";
import Link from "next/link";
import { useLiveRuns } from "@/components/hooks/use-live-runs";
import { useRefreshOnEnd } from "@/components/hooks/use-refresh-on-end";
import { describeScope } from "@/components/sync/describe-scope";
import { runProgress } from "@/components/sync/run-progress";
import { describeState, isBusy } from "@/components/sync/run-words";
import { Card } from "@/components/ui/card";
import { Glyph } from "@/components/ui/glyph";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Overview } from "@/lib/contract/overview";
import type { Page } from "@/lib/contract/paging";
import type { Run } from "@/lib/contract/sync";
import { formatCount } from "@/lib/format";
import styles from "./first-round.module.css";

type FirstRoundProps = { runs: Page<Run>; freshness: Overview["freshness"] };

/** While lists and flights are collected for the first time: how far each is. Later, and when nothing is missing, nothing. */
export function FirstRound({ runs, freshness }: FirstRoundProps) {
  const { items } = useLiveRuns(runs);
  useRefreshOnEnd(items);
  const round = items.filter(({ trigger }) => trigger === "first_round").reverse();
  const missing = freshness.filter(({ last_complete_at }) => last_complete_at === null);
  if (missing.length === 0) return null;
  if (!round.some(isBusy))
    return (
      <NotCollected isEverything={missing.length === freshness.length} busy={items.some(isBusy)} />
    );
  return (
    <Card
      title="The first round is running"
      note="Lists and flights are collected for the first time. What has come is shown below; the rest follows by itself."
      aside={<Link href="/sync">Data Sync</Link>}
    >
      <ul className={styles.runs}>
        {round.map((run) => (
          <RoundRun key={run.id} run={run} />
        ))}
      </ul>
    </Card>
  );
}

function RoundRun({ run }: { run: Run }) {
  const { share } = runProgress(run);
  const { kind, word, more } = describeState(run);
  return (
    <li className={styles.run}>
      <Glyph kind={kind} size={14} />
      <Link href={`/sync/runs/${run.id}`}>{describeScope(run)}</Link>
      <ProgressBar
        label={`${describeScope(run)}, progress`}
        share={isBusy(run) ? (share ?? 0) : 1}
      />
      <span className={styles.state}>
        {word}
        {more && `, ${more}`}
      </span>
      <span className={styles.rows}>{formatCount(run.fetched)} rows</span>
    </li>
  );
}

const NotCollected = ({ isEverything, busy }: { isEverything: boolean; busy: boolean }) => (
  <Card
    title={isEverything ? "Nothing is collected yet" : "Not everything is collected yet"}
    note={
      busy
        ? "A run is at work; what it brings appears here by itself."
        : "The first round begins by itself when the product starts. It can also be started by hand."
    }
  >
    <Link href="/sync">{busy ? "Follow it under Data Sync" : "Start a sync under Data Sync"}</Link>
  </Card>
);
