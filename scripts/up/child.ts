import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../install.mjs";

/** A process that `up` started: in a group of its own, so that Ctrl-C reaches it through us and in order. */
export type Child = {
  name: string;
  pid: number;
  /** Resolves when the process is gone. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** First line of stdout that matches; rejects when the process ends before. */
  waitForLine(pattern: RegExp): Promise<RegExpMatchArray>;
  /** SIGTERM to the group, SIGKILL after `graceMs`. Resolves when it is gone. */
  stop(graceMs?: number): Promise<void>;
};

/** Starts a process of the product. Its lines go to `onLine` as they come. */
export function startChild(options: {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  onLine: (line: string) => void;
}): Child {
  const process_ = spawn(options.command, options.args, {
    cwd: root,
    env: options.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const pid = process_.pid;
  if (pid === undefined)
    throw new Error(`${options.name} could not be started (${options.command}).`);
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    process_.once("exit", (code, signal) => resolve({ code, signal }));
  });
  const listeners = new Set<(line: string) => void>([options.onLine]);
  tellLines(process_, (line) => {
    for (const listener of listeners) listener(line);
  });

  return {
    name: options.name,
    pid,
    ended,
    waitForLine: (pattern) =>
      new Promise((resolve, reject) => {
        listeners.add((line) => {
          const match = line.match(pattern);
          if (match) resolve(match);
        });
        ended.then(({ code, signal }) =>
          reject(
            new Error(
              `${options.name} ended before it was ready (${signal ?? `exit code ${code}`}).`,
            ),
          ),
        );
      }),
    stop: async (graceMs = 10_000) => {
      signalGroup(pid, "SIGTERM");
      const gone = await Promise.race([
        ended.then(() => true),
        sleep(graceMs, false, { ref: false }),
      ]);
      if (!gone) signalGroup(pid, "SIGKILL");
      await ended;
    },
  };
}

/** Sends a signal to a whole process group; a group that is gone is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function tellLines(child: ChildProcess, tell: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) tell(line);
    });
    stream?.on("end", () => rest && tell(rest));
  }
}
