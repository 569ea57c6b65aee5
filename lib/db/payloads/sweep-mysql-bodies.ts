import { z } from "zod";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import { transaction } from "@/lib/db/transaction";

const BATCH = 200;

/**
 * Removes bodies saved before `before` that no answer refers to, some at a time. Age and use are asked in the deleting
 * itself, which waits for savers: a body that is being adopted has become young when it is looked at.
 */
export async function sweepMysqlBodies(before: Date): Promise<number> {
  let removed = 0;
  let last = "";
  for (;;) {
    const old = await query(
      z.object({ hash: z.string() }),
      "SELECT hash FROM payload_bodies WHERE hash > ? AND saved_at < ? ORDER BY hash LIMIT ?",
      [last, before, BATCH],
    );
    const hashes = old.map(({ hash }) => hash);
    const end = hashes.at(-1);
    if (end === undefined) return removed;
    removed += await removeOrphans(hashes, before);
    last = end;
  }
}

async function removeOrphans(hashes: readonly string[], before: Date): Promise<number> {
  const { affectedRows } = await transaction((connection) =>
    execute(
      `DELETE FROM payload_bodies
        WHERE hash IN (?) AND saved_at < ?
          AND NOT EXISTS (SELECT 1 FROM payload_answers WHERE payload_answers.hash = payload_bodies.hash)`,
      [hashes, before],
      connection,
    ),
  );
  return affectedRows;
}
