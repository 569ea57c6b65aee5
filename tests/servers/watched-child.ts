import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs its arguments in a group of their own and ends the whole group when standard input closes, which the system does
 * for us however we die. TERM is passed on; everything left in the group goes when the program ends.
 */
const WATCH = `
exec 3<&0
trap 'kill -TERM $child 2>/dev/null' TERM
"$@" </dev/null 3<&- &
child=$!
(trap - TERM; cat <&3; kill -KILL 0) >/dev/null 2>&1 &
exec 3<&-
wait $child
code=$?
while kill -0 $child 2>/dev/null; do wait $child; code=$?; done
trap '' TERM
kill -TERM 0
exit $code`;

const STOP_PATIENCE_MS = 5_000;

export type WatchedChild = {
  pid: number;
  /** Exit code; null when a signal ended it. */
  exited: Promise<number | null>;
  hasExited(): boolean;
  /** The end of what it printed. */
  lastOutput(): string;
  /** Asks it to end, and insists after five seconds. */
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
};

/** Starts a program that cannot outlive this process. What it prints goes to the end of `logFile`. */
export function startWatched(options: {
  command: string;
  args: readonly string[];
  logFile: string;
  cwd?: string;
  env?: Record<string, string | undefined>;
}): WatchedChild {
  const log = openSync(options.logFile, "a");
  const child = spawn("sh", ["-c", WATCH, "watched", options.command, ...options.args], {
    detached: true,
    stdio: ["pipe", log, log],
    env: { ...process.env, ...options.env },
    ...(options.cwd ? { cwd: options.cwd } : {}),
  });
  closeSync(log);
  const { pid, stdin } = child;
  if (pid === undefined) throw new Error(`${options.command} could not be started: is there a sh?`);
  // It closes with the program, whatever we still hold of it.
  stdin?.on("error", () => {});
  const exited = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const hasExited = () => child.exitCode !== null || child.signalCode !== null;
  const kill = async () => {
    if (!hasExited()) process.kill(-pid, "SIGKILL");
    await exited;
  };
  return {
    pid,
    exited,
    hasExited,
    lastOutput: () => readFileSync(options.logFile, "utf8").trimEnd().slice(-1_500),
    stop: async () => {
      if (hasExited()) return;
      child.kill("SIGTERM");
      await Promise.race([exited, sleep(STOP_PATIENCE_MS, undefined, { ref: false })]);
      await kill();
    },
    kill,
  };
}
