import type { Connection } from "mariadb";
import { z } from "zod";
import { hashPassword } from "@/lib/auth/password";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import { writeAudit } from "../audit/write-audit";
import { execute } from "../execute";
import { query } from "../query";
import { transaction } from "../transaction";
import { noSuchUser } from "./get-user";

type By = {
  actor: Actor;
  /** Id of the operation, for the audit log. */
  action: string;
  /** Only where nothing else ended the sessions of this version meanwhile. */
  ifVersion?: number;
};

/**
 * Gives a person another password and ends all their sessions. Returns the token version of sessions from now on. Throws
 * `not_found`, `validation_failed` when the password is too short or too long, and `conflict` for another version than `ifVersion`.
 */
export async function setPassword(
  userId: string,
  password: string,
  { actor, action, ifVersion }: By,
  now = new Date(),
): Promise<number> {
  const hash = await hashPassword(password);
  return transaction(async (connection) => {
    const version = await lockVersion(connection, userId);
    if (ifVersion !== undefined && ifVersion !== version) {
      throw new AppError(
        "conflict",
        "Another change ended your sessions meanwhile. Nothing was changed. Sign in again.",
      );
    }
    await execute(
      "UPDATE users SET password_hash = ?, token_version = ?, updated_at = ? WHERE id = ?",
      [hash, version + 1, now, userId],
      connection,
    );
    await writeAudit(connection, {
      ...{ actor, at: now, action, resource: "users", resourceKey: userId },
      before: null,
      after: { password: "changed" },
    });
    return version + 1;
  });
}

async function lockVersion(connection: Connection, userId: string): Promise<number> {
  const [row] = await query(
    z.object({ token_version: z.number() }),
    "SELECT token_version FROM users WHERE id = ? FOR UPDATE",
    [userId],
    connection,
  );
  if (row) return row.token_version;
  throw noSuchUser(userId);
}
