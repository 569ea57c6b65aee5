import { setTimeout as sleep } from "node:timers/promises";
import type { WatchedChild } from "./watched-child";

const LOOK_MS = 50;

/** Waits until `ping` does not reject. Throws with what the server printed when it ended or took more than `seconds`. */
export async function waitForServer(
  child: WatchedChild,
  ping: () => Promise<void>,
  seconds = 30,
): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (Date.now() < end) {
    if (child.hasExited()) throw new Error(`The server ended at once:\n${child.lastOutput()}`);
    const answers = await ping().then(
      () => true,
      () => false,
    );
    if (answers) return;
    await sleep(LOOK_MS);
  }
  await child.kill();
  throw new Error(`The server did not answer in ${seconds} s:\n${child.lastOutput()}`);
}
