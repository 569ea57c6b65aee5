import { setTimeout as sleep } from "node:timers/promises";
import { findOrigin } from "@/lib/db/origin";
import type { OriginKind } from "@/lib/model/origin";

const WAIT_MS = 1000;
/** After a failure nobody waits for the same again for a while. */
const REST_MS = 5000;

type Asked = {
  known: OriginKind | null;
  /** The database itself said, when it was last asked, that there are no data. */
  empty: boolean;
  asking: Promise<void> | null;
  restUntil: number;
};

const KEY = Symbol.for("dst-airlines.data-origin");
// Each route may be a module copy of its own; only globalThis is shared by all of them.
const shared = globalThis as { [KEY]?: Asked };
shared[KEY] ??= { known: null, empty: false, asking: null, restUntil: 0 };
const asked: Asked = shared[KEY];

/** The origin of this database's data as far as this process knows; it never changes once it is known. */
export const knownDataOrigin = (): OriginKind | null => asked.known;

/**
 * The same, asking the database where it is not known, for a second at most. Null when there are no data yet or the
 * database is away: an answer is worth more than its header, and who asks for data will hear of the database.
 */
export async function findDataOrigin(): Promise<OriginKind | null> {
  const found = await findDataOriginSurely();
  return found === "unknown" ? null : found;
}

/** The same, telling a database that has no data (null) from one that did not answer (`unknown`). */
export async function findDataOriginSurely(): Promise<OriginKind | null | "unknown"> {
  if (asked.known) return asked.known;
  if (Date.now() < asked.restUntil) return "unknown";
  asked.asking ??= ask().finally(() => {
    asked.asking = null;
  });
  const answered = new AbortController();
  await Promise.race([asked.asking, giveUp(answered.signal)]);
  answered.abort();
  return asked.known ?? (asked.empty ? null : "unknown");
}

async function ask(): Promise<void> {
  asked.empty = false;
  try {
    asked.known = (await findOrigin())?.kind ?? null;
    asked.empty = asked.known === null;
  } catch {
    asked.restUntil = Date.now() + REST_MS;
  }
}

async function giveUp(answered: AbortSignal): Promise<void> {
  try {
    await sleep(WAIT_MS, undefined, { signal: answered });
    asked.restUntil = Date.now() + REST_MS;
  } catch {
    // The database was faster.
  }
}
