import { z } from "zod";
import type { LedgerWindow } from "@/lib/sync/ports";
import { query } from "../query";

/** Last code of the window before this one in the plan of the run; null if there is none or it is not known (yet). */
export async function codeBefore(runId: string, window: LedgerWindow): Promise<string | null> {
  const [before] = await query(
    z.object({ last_code: z.string().nullable() }),
    "SELECT last_code FROM sync_windows WHERE run_id = ? AND scope = ? AND position = ?",
    [runId, window.scope, window.position - 1],
  );
  return before?.last_code ?? null;
}
