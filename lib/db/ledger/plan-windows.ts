import type { Connection } from "mariadb";
import { z } from "zod";
import type { StreamName } from "@/lib/model/stream";
import type { PlannedWindow } from "@/lib/sync/ports";
import { execute } from "../execute";
import { fitText } from "../fit-text";
import { insertRows } from "../insert-rows";
import { query } from "../query";
import { transaction } from "../transaction";
import { lockRun } from "./lease";

const Places = z.object({ planned: z.number(), next_position: z.number() });

/**
 * Writes the plan of a run, once: a run that has windows keeps them. The note of what was left out becomes the run's message.
 * Returns how many windows it has. Throws `conflict` when the lease is lost.
 */
export function planWindows(
  run: { id: string; stream: StreamName; owner: string },
  windows: readonly PlannedWindow[],
  note: string | null = null,
): Promise<number> {
  return transaction(async (connection) => {
    await lockRun(connection, run.id, run.owner);
    const { planned } = await placesOf(connection, run.id);
    if (planned > 0) return planned;
    await addWindows(connection, run, windows);
    if (note !== null) {
      const values = [fitText(note, 1000), run.id];
      await execute("UPDATE sync_runs SET message = ? WHERE id = ?", values, connection);
    }
    return windows.length;
  });
}

/** Appends windows to the plan of a run whose row is locked; those that it has already stay as they are. */
export async function addWindows(
  connection: Connection,
  run: { id: string; stream: StreamName },
  windows: readonly PlannedWindow[],
): Promise<void> {
  if (windows.length === 0) return;
  const { next_position } = await placesOf(connection, run.id);
  await insertRows(connection, {
    table: "sync_windows",
    columns: ["run_id", "stream", "scope", "window_key", "position", "plan", "state"],
    rows: windows.map(({ scope, key, plan }, index) => [
      run.id,
      run.stream,
      scope,
      key,
      next_position + index,
      JSON.stringify(plan),
      "planned",
    ]),
    onDuplicate: "position = position",
  });
}

async function placesOf(connection: Connection, runId: string) {
  const [places] = await query(
    Places,
    `SELECT COUNT(*) AS planned, COALESCE(MAX(position), -1) + 1 AS next_position
     FROM sync_windows WHERE run_id = ? FOR UPDATE`,
    [runId],
    connection,
  );
  return places ?? { planned: 0, next_position: 0 };
}
