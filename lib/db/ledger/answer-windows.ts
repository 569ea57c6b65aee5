import type { Connection } from "mariadb";
import type { RecordCounts } from "@/lib/model/run";
import type { LedgerWindow, LoadedWindow } from "@/lib/sync/ports";
import { execute } from "../execute";
import { insertRows, takeNew } from "../insert-rows";
import { LEASE_END } from "./lease";
import type { WindowOrigin } from "./window-origin";

export type SettledWindow = {
  window: LedgerWindow;
  loaded: Pick<LoadedWindow<unknown>, "state" | "expected" | "lastCode">;
  counts: RecordCounts;
  unreadable: number;
};

const ANSWER = [
  "state",
  "expected",
  "last_code",
  "fetched",
  "inserted",
  "updated",
  "unchanged",
  "rejected",
  "unreadable",
  "message",
  "finished_at",
] as const;

/** Writes into the rows of these windows, which are there and locked, how they were answered. Renews the lease of their run. */
export async function answerWindows(
  connection: Connection,
  { runId, stream, now }: WindowOrigin,
  windows: readonly SettledWindow[],
): Promise<void> {
  await insertRows(connection, {
    table: "sync_windows",
    columns: ["id", "run_id", "stream", "scope", "window_key", "position", "plan", ...ANSWER],
    rows: windows.map(({ window, loaded, counts, unreadable }) => [
      window.id,
      runId,
      stream,
      window.scope,
      window.key,
      window.position,
      JSON.stringify(window.plan),
      loaded.state,
      loaded.expected,
      loaded.lastCode,
      counts.fetched,
      counts.inserted,
      counts.updated,
      counts.unchanged,
      counts.rejected,
      unreadable,
      null,
      now,
    ]),
    onDuplicate: takeNew(ANSWER),
  });
  await execute(
    `UPDATE sync_runs SET lease_until = ${LEASE_END} WHERE id = ?`,
    [runId],
    connection,
  );
}
