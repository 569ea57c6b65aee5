import { randomUUID } from "node:crypto";
import type { Connection } from "mariadb";
import { z } from "zod";
import { newKeyText } from "@/lib/auth/key-text";
import type { CreatedKey, NewKey } from "@/lib/contract/keys";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import { LIVE_KEYS_MAX } from "@/lib/model/api-key";
import { writeAudit } from "../audit/write-audit";
import { insertRows } from "../insert-rows";
import { query } from "../query";
import { transaction } from "../transaction";
import { getKey } from "./get-key";
import { writeScopes } from "./key-row";

/**
 * Makes a key of a person and returns it with its text, which is kept nowhere. Throws `validation_failed` when it would have
 * expired already, and `conflict` when they have too many live ones.
 */
export async function createKey(
  ownerId: string,
  wanted: NewKey,
  actor: Actor,
  now = new Date(),
): Promise<CreatedKey> {
  const expiresAt = wanted.expires_at === undefined ? null : new Date(wanted.expires_at);
  if (expiresAt && expiresAt <= now) throw pastExpiry();
  const { key, prefix, hash } = newKeyText();
  const id = randomUUID();
  return transaction(async (connection) => {
    await checkRoom(connection, ownerId, now);
    await insertRows(connection, {
      table: "api_keys",
      columns: [
        ...["id", "user_id", "name", "prefix", "key_hash", "scopes", "expires_at", "created_at"],
      ],
      rows: [[id, ownerId, wanted.name, prefix, hash, writeScopes(wanted.scopes), expiresAt, now]],
    });
    const made = await getKey(id, ownerId, now, connection);
    await writeAudit(connection, {
      ...{ actor, at: now, action: "createKey", resource: "keys", resourceKey: id },
      before: null,
      after: made,
    });
    return { ...made, key };
  });
}

/** The owner's row is locked, so that two at once do not both take the last place. */
async function checkRoom(connection: Connection, ownerId: string, now: Date): Promise<void> {
  await query(
    z.object({ id: z.string() }),
    "SELECT id FROM users WHERE id = ? FOR UPDATE",
    [ownerId],
    connection,
  );
  const [counted] = await query(
    z.object({ live: z.number() }),
    `SELECT COUNT(*) AS live FROM api_keys
     WHERE user_id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)`,
    [ownerId, now],
    connection,
  );
  if ((counted?.live ?? 0) < LIVE_KEYS_MAX) return;
  throw new AppError(
    "conflict",
    `You have ${LIVE_KEYS_MAX} live keys, which is the most. Nothing was changed. Revoke one that is not needed any more.`,
  );
}

function pastExpiry(): AppError {
  const reason = "must lie ahead";
  return new AppError("validation_failed", `expires_at ${reason}. Nothing was changed.`, {
    invalidParams: [{ name: "body.expires_at", reason }],
  });
}
