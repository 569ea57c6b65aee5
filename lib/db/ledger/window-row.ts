import { z } from "zod";
import type { LedgerWindow } from "@/lib/sync/ports";

export const WINDOW_COLUMNS = "id, scope, window_key, plan, position";

export const WindowRow = z.object({
  id: z.number(),
  scope: z.string(),
  window_key: z.string(),
  plan: z.string(),
  position: z.number(),
});

/** A stored window as the engine works on it. */
export const toLedgerWindow = (row: z.infer<typeof WindowRow>): LedgerWindow => ({
  id: row.id,
  scope: row.scope,
  key: row.window_key,
  plan: z.json().parse(JSON.parse(row.plan)),
  position: row.position,
});
