import type { Connection } from "mariadb";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { type RecordCounts, WINDOW_STATES } from "@/lib/model/run";
import type { StreamName } from "@/lib/model/stream";
import type { LedgerWindow, LoadedWindow } from "@/lib/sync/ports";
import { bumpDataVersion } from "../data-version";
import { execute } from "../execute";
import { query } from "../query";
import { transaction } from "../transaction";
import type { Entity } from "../upsert/entity";
import { upsertRecords } from "../upsert/upsert-records";
import { LEASE_END, lockRun } from "./lease";
import { addWindows } from "./plan-windows";
import { writeDrift } from "./write-drift";
import { writePositions } from "./write-positions";
import { writeRejects } from "./write-rejects";

const StoredWindow = z.object({
  state: z.enum(WINDOW_STATES),
  fetched: z.number(),
  inserted: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
});

const ANSWERED: readonly string[] = ["complete", "partial", "empty"];

export type LoadContext<Rec> = {
  runId: string;
  stream: StreamName;
  owner: string;
  entity: Entity<Rec>;
};

/**
 * Writes all that a window gave in one transaction and returns its counts. A window that was answered before is left alone
 * and its counts are returned. Throws `conflict`, with nothing written, when the lease is lost or the window was given up.
 */
export function loadWindow<Rec>(
  context: LoadContext<Rec>,
  window: LedgerWindow,
  loaded: LoadedWindow<Rec>,
): Promise<RecordCounts> {
  const { runId, stream, owner, entity } = context;
  return transaction(async (connection) => {
    const { now } = await lockRun(connection, runId, owner);
    const { state, ...before } = await lockWindow(connection, runId, window);
    if (ANSWERED.includes(state)) return before;
    if (state !== "running") throw windowGivenUp(window, state);

    const origin = { runId, stream, now };
    const upserted = await upsertRecords(connection, entity, {
      ...origin,
      source: "lufthansa",
      records: loaded.records,
    });
    const rejected = await writeRejects(connection, origin, loaded.rejects);
    const unreadable = await writePositions(connection, origin, loaded);
    await writeDrift(connection, origin, loaded.drift);
    await addWindows(connection, { id: runId, stream }, loaded.more);

    const counts = { fetched: loaded.fetched, ...upserted, rejected };
    assertAddsUp(window, counts);
    await settleWindow(connection, window, loaded, { ...counts, unreadable });
    await bumpDataVersion(connection);
    return counts;
  });
}

async function lockWindow(connection: Connection, runId: string, window: LedgerWindow) {
  const [stored] = await query(
    StoredWindow,
    `SELECT state, fetched, inserted, updated, unchanged, rejected
     FROM sync_windows WHERE id = ? AND run_id = ? FOR UPDATE`,
    [window.id, runId],
    connection,
  );
  if (!stored) throw new Error(`Window ${window.id} is none of run ${runId}`);
  return stored;
}

/** Every record that was fetched became exactly one thing; else something was lost on the way, and nothing is written. */
function assertAddsUp(window: LedgerWindow, counts: RecordCounts): void {
  const { fetched, inserted, updated, unchanged, rejected } = counts;
  if (fetched === inserted + updated + unchanged + rejected) return;
  throw new Error(
    `Window ${window.key}: ${fetched} records were fetched, but ${inserted} inserted, ${updated} updated, ${unchanged} unchanged and ${rejected} rejected. Nothing of it was written.`,
  );
}

async function settleWindow(
  connection: Connection,
  window: LedgerWindow,
  loaded: Pick<LoadedWindow<unknown>, "state" | "expected" | "lastCode">,
  counts: RecordCounts & { unreadable: number },
): Promise<void> {
  await execute(
    `UPDATE sync_runs r JOIN sync_windows w ON w.run_id = r.id
     SET w.state = ?, w.expected = ?, w.last_code = ?, w.fetched = ?, w.inserted = ?, w.updated = ?,
       w.unchanged = ?, w.rejected = ?, w.unreadable = ?, w.message = NULL, w.finished_at = UTC_TIMESTAMP(3),
       r.lease_until = ${LEASE_END}
     WHERE w.id = ?`,
    [
      loaded.state,
      loaded.expected,
      loaded.lastCode,
      counts.fetched,
      counts.inserted,
      counts.updated,
      counts.unchanged,
      counts.rejected,
      counts.unreadable,
      window.id,
    ],
    connection,
  );
}

const windowGivenUp = (window: LedgerWindow, state: string): AppError =>
  new AppError(
    "conflict",
    `Window ${window.key} is ${state}, not running: what came for it was kept raw, but not loaded.`,
  );
