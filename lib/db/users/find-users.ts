import type { Page } from "@/lib/contract/paging";
import type { User, UserQuery } from "@/lib/contract/users";
import { allOf, fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import { type OrderTerm, sqlInstant } from "../paging/keyset";
import { isFound } from "../reference/search-text";
import { toShownUser, UserRow, userColumns } from "./user-row";

type Term = OrderTerm<UserRow>;

const email: Term = { sql: "u.email", kind: "text", of: (row) => row.email };
const name: Term = { sql: "u.name", kind: "text", of: (row) => row.name };
const made: Term = {
  sql: "u.created_at",
  kind: "instant",
  of: (row) => sqlInstant(row.created_at),
};
const down = (term: Term): Term => ({ ...term, descending: true });

const ORDERS = {
  email: [email],
  "-email": [down(email)],
  name: [name, email],
  "-name": [down(name), down(email)],
  created_at: [made, email],
  "-created_at": [down(made), down(email)],
} as const satisfies Record<UserQuery["sort"], readonly Term[]>;

const NAMES = { codes: [], names: ["u.name", "u.email"] };

/** People who match, whether they may sign in or not. Throws `validation_failed` for a wrong cursor. */
export async function findUsers(
  { skip, limit, cursor, sort, role, disabled, q }: UserQuery,
  now = new Date(),
): Promise<Page<User>> {
  const page = await findPage(
    {
      list: "users",
      sort,
      filter: { role, disabled, q },
      row: UserRow,
      select: userColumns(now),
      from: "users u",
      where: allOf([
        ...(role ? [fragment("u.role = ?", role)] : []),
        ...(disabled
          ? [fragment(`u.disabled_at IS ${disabled === "true" ? "NOT " : ""}NULL`)]
          : []),
        // Addresses are kept in lower case and compared letter by letter; in names capitals do not matter.
        ...(q ? [isFound(q.toLowerCase(), NAMES)] : []),
      ]),
      order: ORDERS[sort],
    },
    { skip, limit, cursor },
  );
  return mapPage(page, toShownUser);
}
