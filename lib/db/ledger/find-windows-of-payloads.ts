import { z } from "zod";
import { query } from "../query";

const WindowRow = z.object({
  payload_id: z.string(),
  window_id: z.number(),
  run_id: z.string(),
  scope: z.string(),
  window_key: z.string(),
  code_before: z.string().nullable(),
});

/** The window of the ledger that an answer belongs to. */
export type PayloadWindow = {
  id: number;
  runId: string;
  scope: string;
  key: string;
  /** Last code of the window before it in its run, of a list. */
  codeBefore: string | null;
};

/** The window of each of these answers, as far as the ledger knows it. */
export async function findWindowsOfPayloads(
  payloadIds: readonly string[],
): Promise<Map<string, PayloadWindow>> {
  if (payloadIds.length === 0) return new Map();
  const rows = await query(
    WindowRow,
    `SELECT p.payload_id, w.id AS window_id, w.run_id, w.scope, w.window_key, b.last_code AS code_before
     FROM window_payloads p JOIN sync_windows w ON w.id = p.window_id
     LEFT JOIN sync_windows b ON b.run_id = w.run_id AND b.scope = w.scope AND b.position = w.position - 1
     WHERE p.payload_id IN (?)`,
    [payloadIds],
  );
  return new Map(
    rows.map(({ payload_id, window_id, run_id, scope, window_key, code_before }) => [
      payload_id,
      { id: window_id, runId: run_id, scope, key: window_key, codeBefore: code_before },
    ]),
  );
}

/** Ids of all answers that these windows are made of, oldest first. Failures of the source are none. */
export async function findPayloadsOfWindow(windowId: number): Promise<string[]> {
  const rows = await query(
    z.object({ payload_id: z.string() }),
    "SELECT payload_id FROM window_payloads WHERE window_id = ? AND status = 200 ORDER BY payload_id",
    [windowId],
  );
  return rows.map(({ payload_id }) => payload_id);
}
