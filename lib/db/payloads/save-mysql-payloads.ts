import type { PoolConnection } from "mariadb";
import { z } from "zod";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import { transaction } from "@/lib/db/transaction";
import { toKeptAnswer } from "@/lib/raw/kept-answer";
import { type PackedBody, packBody } from "@/lib/raw/pack-body";
import type { PayloadEntry } from "@/lib/raw/payload-store";
import { ANSWER_COLUMNS, answerRow, BODY_COLUMNS } from "./payload-rows";

/** Far below what a packet may hold. */
const STATEMENT_BYTES = 2 * 1024 * 1024;
const STATEMENT_ROWS = 500;

/** Keeps many answers in one transaction, bodies first and in the order of their hashes: savers at once do not cross. */
export async function saveMysqlPayloads(entries: readonly PayloadEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const kept = await Promise.all(
    entries.map(async (entry) => ({
      answer: toKeptAnswer(entry),
      body: await packBody(entry.answer.body),
    })),
  );
  const bodies = [...new Map(kept.map(({ body }) => [body.hash, body])).values()].sort(byHash);
  const known = await findKnown(bodies.map(({ hash }) => hash));
  await transaction(async (connection) => {
    await keepBodies(connection, bodies, known);
    for (let from = 0; from < kept.length; from += STATEMENT_ROWS) {
      const part = kept.slice(from, from + STATEMENT_ROWS);
      await execute(
        `INSERT INTO payload_answers (${ANSWER_COLUMNS.join(", ")})
         VALUES ${part.map(() => `(${ANSWER_COLUMNS.map(() => "?").join(", ")})`).join(", ")}
         ON DUPLICATE KEY UPDATE id = id`,
        part.flatMap(({ answer, body }) => answerRow(answer, body.hash)),
        connection,
      );
    }
  });
}

const byHash = (one: PackedBody, other: PackedBody) => (one.hash < other.hash ? -1 : 1);

async function findKnown(hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await query(
    z.object({ hash: z.string() }),
    "SELECT hash FROM payload_bodies WHERE hash IN (?)",
    [hashes],
  );
  return new Set(rows.map(({ hash }) => hash));
}

/** Bodies that are there already are not sent again: they only become young, so that no sweep takes them. */
async function keepBodies(
  connection: PoolConnection,
  bodies: readonly PackedBody[],
  known: ReadonlySet<string>,
): Promise<void> {
  let missing = bodies;
  if (known.size > 0) {
    const { affectedRows } = await execute(
      "UPDATE payload_bodies SET saved_at = UTC_TIMESTAMP(3) WHERE hash IN (?)",
      [[...known]],
      connection,
    );
    // Fewer: a sweep was faster with some of them.
    if (affectedRows === known.size) missing = bodies.filter(({ hash }) => !known.has(hash));
  }
  for (const part of inStatements(missing)) {
    await execute(
      `INSERT INTO payload_bodies (${BODY_COLUMNS.join(", ")})
       VALUES ${part.map(() => "(?, ?, ?, ?, UTC_TIMESTAMP(3))").join(", ")}
       ON DUPLICATE KEY UPDATE saved_at = VALUES(saved_at)`,
      part.flatMap(({ hash, bytes, packed }) => [hash, bytes, packed.length, packed]),
      connection,
    );
  }
}

function inStatements(bodies: readonly PackedBody[]): PackedBody[][] {
  const parts: PackedBody[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const body of bodies) {
    const part = parts.at(-1);
    const fits = bytes + body.packed.length <= STATEMENT_BYTES;
    if (part && fits && part.length < STATEMENT_ROWS) {
      part.push(body);
      bytes += body.packed.length;
    } else {
      parts.push([body]);
      bytes = body.packed.length;
    }
  }
  return parts;
}
