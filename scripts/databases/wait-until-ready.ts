import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { isAlive, type ProcessIdentity } from "@/lib/process-identity";

const SAY_SO_EVERY = 10_000;
const GIVE_UP_AFTER = 300_000;

type Waiting = {
  server: { name: string; ping(port: number): Promise<void> };
  port: number;
  identity: ProcessIdentity;
  logFile: string;
  log: (message: string) => void;
};

/** Waits until the server answers. Throws with the end of its log when it died or takes longer than five minutes. */
export async function waitUntilReady({
  server,
  port,
  identity,
  logFile,
  log,
}: Waiting): Promise<void> {
  const began = Date.now();
  let toldAt = began;
  for (let problem: unknown; ; await wait(100)) {
    try {
      await server.ping(port);
      // Another server may answer on the port of one that could not take it.
      if (isAlive(identity)) return;
    } catch (error) {
      problem = error;
    }
    if (!isAlive(identity)) throw new Error(failed("ended before it was ready"));
    if (Date.now() - began > GIVE_UP_AFTER) {
      throw new Error(failed(`does not answer on port ${port}: ${String(problem)}`));
    }
    if (Date.now() - toldAt > SAY_SO_EVERY) {
      toldAt = Date.now();
      log(
        `${server.name}: not ready yet (after a crash it repairs its data first), see ${logFile}`,
      );
    }
  }

  function failed(what: string): string {
    return `The private server ${server.name} ${what}. Its data was kept. The end of ${logFile} says:\n${lastLines(logFile)}`;
  }
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, "utf8").trimEnd().split("\n").slice(-8).join("\n");
  } catch {
    return "(no log)";
  }
}
