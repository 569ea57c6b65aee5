import type { Connection } from "mariadb";
import type { User } from "@/lib/contract/users";
import { AppError } from "@/lib/errors";
import { query } from "../query";
import { toShownUser, UserRow, userColumns } from "./user-row";

/** One person as an administrator sees them. Throws `not_found`. */
export async function getUser(
  id: string,
  now = new Date(),
  connection?: Connection,
): Promise<User> {
  const columns = userColumns(now);
  const [row] = await query(
    UserRow,
    `SELECT ${columns.sql} FROM users u WHERE u.id = ?`,
    [...columns.params, id],
    connection,
  );
  if (row) return toShownUser(row);
  throw noSuchUser(id);
}

export const noSuchUser = (id: string): AppError =>
  new AppError("not_found", `There is no user ${id}. Nothing was changed.`);
