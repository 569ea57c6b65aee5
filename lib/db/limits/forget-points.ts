import { execute } from "../execute";

/** What is counted under `key` begins anew. Throws `database_unavailable`. */
export async function forgetPoints(key: string): Promise<void> {
  await execute("DELETE FROM rate_limits WHERE `key` = ?", [key]);
}
