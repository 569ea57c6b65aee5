import { z } from "zod";
import { execute } from "./execute";
import { query } from "./query";
import { transaction } from "./transaction";

const LeaseRow = z.object({ owner: z.string(), has_ended: z.number() });

/**
 * Takes the named lease for `seconds` by the database's clock, or renews it. Answers whether `owner` holds it now.
 * `isOwnerDead` lets a process take over from one that it knows to have died, before the lease is over.
 */
export function takeLease(wish: {
  name: string;
  owner: string;
  seconds: number;
  isOwnerDead?: (owner: string) => boolean;
}): Promise<boolean> {
  const { name, owner, seconds } = wish;
  return transaction(async (connection) => {
    await execute(
      "INSERT INTO leases (name, owner, `until`) VALUES (?, ?, UTC_TIMESTAMP(3)) ON DUPLICATE KEY UPDATE name = VALUES(name)",
      [name, owner],
      connection,
    );
    const [lease] = await query(
      LeaseRow,
      "SELECT owner, `until` < UTC_TIMESTAMP(3) AS has_ended FROM leases WHERE name = ? FOR UPDATE",
      [name],
      connection,
    );
    const free = lease && (lease.owner === owner || lease.has_ended === 1);
    if (!free && !(lease && wish.isOwnerDead?.(lease.owner))) return false;
    await execute(
      "UPDATE leases SET owner = ?, `until` = UTC_TIMESTAMP(3) + INTERVAL ? SECOND WHERE name = ?",
      [owner, seconds, name],
      connection,
    );
    return true;
  });
}
