import type { Count } from "@/lib/http/call-counter";
import { execute } from "../execute";

/** Both numbers of the answer travel in one: points times this, plus the milliseconds that are left. */
const UNIT = 10_000_000;
/** So that they fit into one number that JavaScript can hold exactly; no limit of ours comes near. */
const MOST_POINTS = 100_000_000;

/**
 * Adds `points` to what is counted under `key` for `seconds` from its first time on, by the database's clock, and tells
 * the whole: one statement, so that processes that count together never lose one. A row that has run out begins anew.
 * `key` has at most 190 characters, `seconds` at most 9,999. Throws `database_unavailable`.
 */
export async function countPoints({
  key,
  points,
  seconds,
}: {
  key: string;
  points: number;
  seconds: number;
}): Promise<Count> {
  // Assigned from left to right: the last sees the new values of the first two. LAST_INSERT_ID is what a statement that
  // changes a row can tell; it stays 0 where the row is new.
  const { insertId } = await execute(
    `INSERT INTO rate_limits (\`key\`, points, expire)
     VALUES (?, GREATEST(?, 0), UTC_TIMESTAMP(3) + INTERVAL ? SECOND)
     ON DUPLICATE KEY UPDATE
       points = LEAST(GREATEST(IF(expire <= UTC_TIMESTAMP(3), 0, points) + ?, 0), ${MOST_POINTS}),
       expire = IF(expire <= UTC_TIMESTAMP(3), VALUES(expire), expire),
       \`key\` = IF(LAST_INSERT_ID(points * ${UNIT} + ${MS_LEFT}) >= 0, VALUES(\`key\`), VALUES(\`key\`))`,
    [key, points, seconds, points],
  );
  if (insertId === 0) return { points: Math.max(0, points), msLeft: seconds * 1000 };
  return { points: Math.floor(insertId / UNIT), msLeft: insertId % UNIT };
}

const MS_LEFT = "GREATEST(TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(3), expire) DIV 1000, 1)";
