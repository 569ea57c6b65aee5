import { execute } from "../execute";

const MINUTE_MS = 60_000;

/** Remembers when a key was last used, unless that was noted within the last minute, by another process perhaps. */
export async function noteKeyUse(id: string, now: Date): Promise<void> {
  await execute(
    "UPDATE api_keys SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at <= ?)",
    [now, id, new Date(now.getTime() - MINUTE_MS)],
  );
}
