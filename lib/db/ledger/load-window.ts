import type { RecordCounts } from "@/lib/model/run";
import type { LedgerWindow, LoadedWindow } from "@/lib/sync/ports";
import { type LoadContext, loadWindows } from "./load-windows";

/**
 * Writes all that a window gave in one transaction and returns its counts. A window that was answered before is left alone
 * and its counts are returned. Throws `conflict`, with nothing written, when the lease is lost or the window was given up.
 */
export async function loadWindow<Rec>(
  context: LoadContext<Rec>,
  window: LedgerWindow,
  loaded: LoadedWindow<Rec>,
): Promise<RecordCounts> {
  const [counts] = await loadWindows(context, [{ window, loaded }]);
  if (!counts) throw new Error(`Window ${window.key} was loaded and not counted`);
  return counts;
}
