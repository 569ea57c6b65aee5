import type { LedgerWindow } from "@/lib/sync/ports";
import { nextWindows } from "./next-windows";

/**
 * The window to work on now, marked running: one that was left half-done, else the next planned one; null when the run has
 * none left or has ended. Renews the lease. Throws `conflict` when the lease is lost.
 */
export async function nextWindow(runId: string, owner: string): Promise<LedgerWindow | null> {
  const [window] = await nextWindows(runId, owner, 1);
  return window ?? null;
}
