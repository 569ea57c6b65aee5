import type { Connection } from "mariadb";
import { z } from "zod";
import type { User, UserChange } from "@/lib/contract/users";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import { ROLES } from "@/lib/model/roles";
import { writeAudit } from "../audit/write-audit";
import { execute } from "../execute";
import { query } from "../query";
import { transaction } from "../transaction";
import { getUser, noSuchUser } from "./get-user";

const Locked = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  disabled_at: z.date().nullable(),
});
type Locked = z.infer<typeof Locked>;

/**
 * Sets what a person is called, their role, and whether they may sign in; being disabled ends their sessions for good, and
 * their keys for so long. Throws `not_found`, and `conflict` when nobody would be left who may manage people.
 */
export async function updateUser(
  id: string,
  change: UserChange,
  actor: Actor,
  now = new Date(),
): Promise<User> {
  return transaction(async (connection) => {
    const { before, otherAdmins } = await lockWithAdmins(connection, id);
    const after = {
      ...before,
      name: change.name,
      role: change.role,
      disabled_at: change.disabled ? (before.disabled_at ?? now) : null,
    };
    if (manages(before) && !manages(after) && otherAdmins === 0) throw lastAdmin(before);
    if (isSame(before, after)) return getUser(id, now, connection);
    const ended = after.disabled_at !== null && before.disabled_at === null;
    await execute(
      `UPDATE users SET name = ?, role = ?, disabled_at = ?, token_version = token_version + ?, updated_at = ?
       WHERE id = ?`,
      [after.name, after.role, after.disabled_at, ended ? 1 : 0, now, id],
      connection,
    );
    await writeAudit(connection, {
      ...{ actor, at: now, action: "updateUser", resource: "users", resourceKey: id },
      before: shown(before),
      after: shown(after),
    });
    return getUser(id, now, connection);
  });
}

/** All who manage people are locked with the person, so that two at once do not each take the other for the one who stays. */
async function lockWithAdmins(
  connection: Connection,
  id: string,
): Promise<{ before: Locked; otherAdmins: number }> {
  const rows = await query(
    Locked,
    `SELECT id, email, name, role, disabled_at FROM users
     WHERE id = ? OR (role = 'admin' AND disabled_at IS NULL) ORDER BY id FOR UPDATE`,
    [id],
    connection,
  );
  const before = rows.find((row) => row.id === id);
  if (!before) throw noSuchUser(id);
  return { before, otherAdmins: rows.filter((row) => row.id !== id && manages(row)).length };
}

const manages = ({ role, disabled_at }: Pick<Locked, "role" | "disabled_at">): boolean =>
  role === "admin" && disabled_at === null;

const isSame = (a: Locked, b: Locked): boolean =>
  a.name === b.name && a.role === b.role && a.disabled_at?.getTime() === b.disabled_at?.getTime();

const shown = ({ email, name, role, disabled_at }: Locked) => ({ email, name, role, disabled_at });

const lastAdmin = ({ email }: Locked): AppError =>
  new AppError(
    "conflict",
    `${email} is the last admin who may sign in. Nothing was changed. Make somebody else an admin first.`,
  );
