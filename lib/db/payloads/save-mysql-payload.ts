import type { PoolConnection } from "mariadb";
import { z } from "zod";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import { transaction } from "@/lib/db/transaction";
import { toKeptAnswer } from "@/lib/raw/kept-answer";
import { type PackedBody, packBody } from "@/lib/raw/pack-body";
import type { PayloadStore } from "@/lib/raw/payload-store";
import { ANSWER_COLUMNS, answerRow, BODY_COLUMNS } from "./payload-rows";

const TOUCH = "UPDATE payload_bodies SET saved_at = UTC_TIMESTAMP(3) WHERE hash = ?";
const INSERT_BODY = `
  INSERT INTO payload_bodies (${BODY_COLUMNS.join(", ")})
  VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3))
  ON DUPLICATE KEY UPDATE saved_at = VALUES(saved_at)`;
const INSERT_ANSWER = `
  INSERT INTO payload_answers (${ANSWER_COLUMNS.join(", ")})
  VALUES (${ANSWER_COLUMNS.map(() => "?").join(", ")})
  ON DUPLICATE KEY UPDATE id = id`;

/** Keeps body and answer in one transaction, body first: its lock keeps a sweep away until the answer is there. */
export const saveMysqlPayload: PayloadStore["save"] = async (entry) => {
  const kept = toKeptAnswer(entry);
  const body = await packBody(entry.answer.body);
  const known = await isKnown(body.hash);
  await transaction(async (connection) => {
    await keepBody(body, known, connection);
    await execute(INSERT_ANSWER, answerRow(kept, body.hash), connection);
  });
  return { hash: body.hash, bytes: body.bytes };
};

/** A plain read: to update a row that is not there would lock the gap that another saver needs. */
async function isKnown(hash: string): Promise<boolean> {
  const rows = await query(
    z.object({ hash: z.string() }),
    "SELECT hash FROM payload_bodies WHERE hash = ?",
    [hash],
  );
  return rows.length > 0;
}

/** A body that is there already is not sent again: it only becomes young, so that no sweep takes it. */
async function keepBody(
  { hash, bytes, packed }: PackedBody,
  known: boolean,
  connection: PoolConnection,
): Promise<void> {
  if (known) {
    const { affectedRows } = await execute(TOUCH, [hash], connection);
    if (affectedRows > 0) return;
  }
  await execute(INSERT_BODY, [hash, bytes, packed.length, packed], connection);
}
