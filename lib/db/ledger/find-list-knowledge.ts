import { z } from "zod";
import type { StreamName } from "@/lib/model/stream";
import type { ListKnowledge } from "@/lib/sync/ports";
import { query } from "../query";

/**
 * What earlier runs learned of a list: the positions that could not be read when last asked, in order, and its length: the
 * sum of what the source expected in the windows of the last complete run (null before there is one).
 */
export async function findListKnowledge(stream: StreamName): Promise<ListKnowledge> {
  const [positions, lengths] = await Promise.all([
    query(
      z.object({ position: z.number() }),
      "SELECT position FROM unreadable_positions WHERE stream = ? AND healed_at IS NULL ORDER BY position",
      [stream],
    ),
    query(
      z.object({ length: z.number().nullable() }),
      `SELECT IF(COUNT(*) = COUNT(w.expected), SUM(w.expected), NULL) AS length
       FROM sync_windows w WHERE w.run_id =
         (SELECT id FROM sync_runs WHERE stream = ? AND scope = 'list' AND status = 'complete'
          ORDER BY created_at DESC, id DESC LIMIT 1)`,
      [stream],
    ),
  ]);
  return {
    unreadable: positions.map(({ position }) => position),
    totalCount: lengths[0]?.length ?? null,
  };
}
