import { z } from "zod";
import type { ApiKey } from "@/lib/contract/keys";
import type { Actor } from "@/lib/model/actor";
import { writeAudit } from "../audit/write-audit";
import { execute } from "../execute";
import { query } from "../query";
import { transaction } from "../transaction";
import { getKey } from "./get-key";

/**
 * Ends a key for ever; it stays listed. One that was revoked before stays as it is. Throws `not_found`, also where it belongs
 * to somebody else than `ownerId`, which is null for whoever may revoke all.
 */
export async function revokeKey(
  id: string,
  ownerId: string | null,
  actor: Actor,
  now = new Date(),
): Promise<ApiKey> {
  return transaction(async (connection) => {
    await query(
      z.object({ id: z.string() }),
      "SELECT id FROM api_keys WHERE id = ? FOR UPDATE",
      [id],
      connection,
    );
    const before = await getKey(id, ownerId, now, connection);
    if (before.revoked_at) return before;
    await execute("UPDATE api_keys SET revoked_at = ? WHERE id = ?", [now, id], connection);
    const after = await getKey(id, ownerId, now, connection);
    await writeAudit(connection, {
      ...{ actor, at: now, action: "revokeKey", resource: "keys", resourceKey: id },
      before,
      after,
    });
    return after;
  });
}
