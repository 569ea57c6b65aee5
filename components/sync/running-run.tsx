"use client";
import Link from "next/link";
import { Glyph } from "@/components/ui/glyph";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Run } from "@/lib/contract/sync";
import { formatCount, formatDuration } from "@/lib/format";
import { CancelButton } from "./cancel-button";
import { describeScope } from "./describe-scope";
import { runProgress } from "./run-progress";
import { describePace, describeState } from "./run-words";
import styles from "./running-run.module.css";

/** A run at work: how far, what came of it so far, how long still. */
export function RunningRun({ run, mayCancel }: { run: Run; mayCancel: boolean }) {
  const progress = runProgress(run);
  const name = describeScope(run);
  const state = describeState(run);
  const counts: [string, number][] = [
    ["fetched", run.fetched],
    ["inserted", run.inserted],
    ["updated", run.updated],
    ["unchanged", run.unchanged],
    ["rejected", run.rejected],
    ["unreadable", run.unreadable],
    ["calls", run.api_calls],
  ];
  return (
    <div className={styles.run}>
      <div className={styles.first}>
        <Glyph kind={state.kind} size={14} />
        <Link href={`/sync/runs/${run.id}`} className={styles.name}>
          {name}
        </Link>
        <span className={styles.state}>
          {state.word.toLowerCase()}
          {state.kind === "waiting" && state.more && ` ${state.more}`}
        </span>
        <span className={styles.done}>
          {progress.planned > 0 ? (
            <>
              <b>{formatCount(progress.done)}</b> of {formatCount(progress.planned)} windows
            </>
          ) : (
            "not planned yet"
          )}
        </span>
        {mayCancel && <CancelButton run={run} />}
      </div>
      <ProgressBar label={`${name}, progress`} share={progress.share} />
      <p className={styles.counts}>
        {counts.map(([word, count]) => (
          <span key={word}>
            {word} <b>{formatCount(count)}</b>
          </span>
        ))}
        <span className={styles.left}>
          {[
            describePace(run),
            progress.leftMs === null ? null : `about ${formatDuration(progress.leftMs)} left`,
          ]
            .filter(Boolean)
            .join(", ")}
        </span>
      </p>
    </div>
  );
}
