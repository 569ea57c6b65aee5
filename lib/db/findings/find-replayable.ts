import { z } from "zod";
import type { ReplayWish } from "@/lib/contract/rejects";
import { STREAMS } from "@/lib/model/stream";
import { allOf, type Fragment, fragment } from "../fragment";
import { query } from "../query";

const Replayable = z.object({
  id: z.number(),
  stream: z.enum(STREAMS),
  rule: z.string(),
  sample_hash: z.string(),
  payload_id: z.string(),
  run_id: z.string(),
});
export type Replayable = z.infer<typeof Replayable>;

const COLUMNS = "id, stream, rule, sample_hash, payload_id, run_id";

/** One reject, open or resolved, as reading it again needs it; null when there is none of this id. */
export async function findReplayable(id: number): Promise<Replayable | null> {
  const [row] = await query(Replayable, `SELECT ${COLUMNS} FROM rejects WHERE id = ?`, [id]);
  return row ?? null;
}

/** The open rejects that match, oldest first, at most so many, and how many there are in all. */
export async function findReplayables(
  { stream, rule, ids, after }: ReplayWish,
  most: number,
): Promise<{ rejects: Replayable[]; total: number }> {
  const conditions: Fragment[] = [fragment("resolved_at IS NULL")];
  if (stream) conditions.push(fragment("stream = ?", stream));
  if (rule) conditions.push(fragment("rule = ?", rule));
  if (after) conditions.push(fragment("id > ?", after));
  if (ids) conditions.push(fragment("id IN (?)", ids));
  const { sql, params } = allOf(conditions);
  const [rejects, counted] = await Promise.all([
    query(Replayable, `SELECT ${COLUMNS} FROM rejects WHERE ${sql} ORDER BY id LIMIT ?`, [
      ...params,
      most,
    ]),
    query(
      z.object({ total: z.number() }),
      `SELECT COUNT(*) AS total FROM rejects WHERE ${sql}`,
      params,
    ),
  ]);
  return { rejects, total: counted[0]?.total ?? 0 };
}
