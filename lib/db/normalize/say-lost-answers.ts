import { z } from "zod";
import type { LostAnswer } from "@/lib/sync/normalize-again/reread-answers";
import type { LedgerWindow } from "@/lib/sync/ports";
import { execute } from "../execute";
import { fitText } from "../fit-text";
import { query } from "../query";

/** How many answers a message names. */
const NAMED = 10;

const REASONS = {
  missing: "not in the raw store",
  damaged: "damaged in the raw store",
  not_understood: "not understood",
} as const satisfies Record<LostAnswer["reason"], string>;

/** Writes beside a day which of its answers could not be read again, and that nothing of them was changed. */
export async function sayLostAnswers(
  window: LedgerWindow,
  lost: readonly LostAnswer[],
): Promise<void> {
  const named = lost
    .slice(0, NAMED)
    .map(({ payloadId, reason }) => `${payloadId} (${REASONS[reason]})`);
  const more = lost.length > NAMED ? `, and ${lost.length - NAMED} more` : "";
  const message = `${lost.length} answers could not be read again; what they had said stays as it was: ${named.join(", ")}${more}`;
  await execute("UPDATE sync_windows SET message = ? WHERE id = ?", [
    fitText(message, 1000),
    window.id,
  ]);
}

/** Says the same in short beside the run. */
export async function sayLostDays(runId: string): Promise<void> {
  const days = await query(
    z.object({ window_key: z.string() }),
    "SELECT window_key FROM sync_windows WHERE run_id = ? AND state = 'partial' ORDER BY position",
    [runId],
  );
  if (days.length === 0) return;
  const named = days.slice(0, NAMED).map(({ window_key }) => window_key);
  const more = days.length > NAMED ? ` and ${days.length - NAMED} more days` : "";
  await execute("UPDATE sync_runs SET message = ? WHERE id = ?", [
    `Some answers of ${named.join(", ")}${more} could not be read again; what they had said stays as it was. The windows of the run name them.`,
    runId,
  ]);
}
