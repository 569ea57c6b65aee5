import { setTimeout as wait } from "node:timers/promises";
import { isAlive, type ProcessIdentity } from "@/lib/process-identity";

const PATIENCE_MILLISECONDS = 60_000;

/** Asks a process to end (SIGTERM) and waits until it has; one that has not within a minute is killed. */
export async function stopProcess(
  identity: ProcessIdentity,
  patienceMilliseconds = PATIENCE_MILLISECONDS,
): Promise<void> {
  const end = Date.now() + patienceMilliseconds;
  signal(identity, "SIGTERM");
  while (isAlive(identity)) {
    if (Date.now() > end) signal(identity, "SIGKILL");
    await wait(50);
  }
}

function signal(identity: ProcessIdentity, name: "SIGTERM" | "SIGKILL"): void {
  if (!isAlive(identity)) return;
  try {
    process.kill(identity.pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}
