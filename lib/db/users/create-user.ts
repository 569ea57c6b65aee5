import { randomUUID } from "node:crypto";
import { z } from "zod";
import { hashPassword } from "@/lib/auth/password";
import type { User } from "@/lib/contract/users";
import { AppError } from "@/lib/errors";
import { type Actor, SYSTEM } from "@/lib/model/actor";
import type { Role } from "@/lib/model/roles";
import { writeAudit } from "../audit/write-audit";
import { execute } from "../execute";
import { transaction } from "../transaction";
import { getUser } from "./get-user";
import { normalizeEmail } from "./normalize-email";

const Address = z.email().max(190);

type NewUser = { email: string; name: string; role: Role; password: string };

/**
 * Adds a person; the product itself does so unless `actor` says who. Throws `conflict` when the address is taken, and
 * `validation_failed` when it is no address or the password is too short or too long.
 */
export async function createUser(
  { name, role, password, ...user }: NewUser,
  actor: Actor = SYSTEM,
  now = new Date(),
): Promise<User> {
  const email = normalizeEmail(user.email);
  if (!Address.safeParse(email).success) throw noAddress(user.email);
  const hash = await hashPassword(password);
  const id = randomUUID();
  try {
    return await transaction(async (connection) => {
      // Not by insertRows: it writes values into its statement, which an error would carry into the log.
      await execute(
        `INSERT INTO users (id, email, name, role, password_hash, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [id, email, name, role, hash, now, now],
        connection,
      );
      const made = await getUser(id, now, connection);
      await writeAudit(connection, {
        ...{ actor, at: now, action: "createUser", resource: "users", resourceKey: id },
        before: null,
        after: { email, name: made.name, role, disabled_at: null },
      });
      return made;
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new AppError("conflict", `There is a user ${email} already. Nothing was changed.`, {
      cause: error,
    });
  }
}

function noAddress(email: string): AppError {
  const reason = "is not an e-mail address of at most 190 characters";
  return new AppError("validation_failed", `${email} ${reason}. Nothing was changed.`, {
    invalidParams: [{ name: "email", reason }],
  });
}

/** 1062: a unique key has this value already. */
const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && "errno" in error && error.errno === 1062;
