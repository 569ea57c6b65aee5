import { setTimeout as sleep } from "node:timers/promises";
import type { Run } from "@/lib/contract/sync";

/** An Inngest server may need some seconds before it knows our functions. */
const IDLE_SECONDS = 20;
const UNFINISHED = new Set(["queued", "running"]);

const describe = (run: Run) => {
  const windows =
    run.windows_planned > 0 ? ` ${run.windows_done} of ${run.windows_planned} windows,` : "";
  const wait = run.waiting_until
    ? `, waits for the quota until ${run.waiting_until.slice(11, 16)} UTC`
    : "";
  return `${run.stream}:${windows} ${run.fetched} records, ${run.api_calls} calls${wait}`;
};

/** Says each run's end once, and every ten quiet ticks how the one at work comes along. Returns whether any is unfinished. */
function teller(say: (line: string) => void): (runs: readonly Run[]) => boolean {
  const told = new Set<string>();
  let quiet = 0;
  return (runs) => {
    const ended = runs.filter((run) => !UNFINISHED.has(run.status) && !told.has(run.id));
    for (const run of ended) {
      told.add(run.id);
      say(`  ${run.status === "complete" ? "collected" : run.status} ${describe(run)}`);
    }
    quiet = ended.length > 0 ? 0 : quiet + 1;
    const working = runs.find((run) => run.status === "running");
    if (working && quiet % 10 === 0) say(`  collecting ${describe(working)}`);
    return runs.some((run) => UNFINISHED.has(run.status));
  };
}

/** Tells once a second how the first round comes along, until it is done (or none began) or `signal` ends it. */
export async function followFirstRound(options: {
  findRuns: () => Promise<Run[]>;
  say: (line: string) => void;
  signal: AbortSignal;
}): Promise<void> {
  const since = new Date().toISOString();
  const tell = teller(options.say);
  for (let idle = 0; idle < IDLE_SECONDS && !options.signal.aborted; ) {
    await sleep(1000, undefined, { signal: options.signal }).catch(() => undefined);
    const newestFirst = await options.findRuns();
    const runs = newestFirst
      .reverse()
      .filter((run) => run.trigger === "first_round" && (run.finished_at ?? since) >= since);
    idle = tell(runs) ? 0 : idle + 1;
  }
}
