import { execute } from "../execute";

/** Removes at most 5,000 counts that ran out; nobody misses them. Throws `database_unavailable`. */
export async function sweepPoints(): Promise<number> {
  const { affectedRows } = await execute(
    "DELETE FROM rate_limits WHERE expire < UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE LIMIT 5000",
  );
  return affectedRows;
}
