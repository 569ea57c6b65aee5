import type { ApiKey, KeyQuery } from "@/lib/contract/keys";
import type { Page } from "@/lib/contract/paging";
import { allOf, fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import { type OrderTerm, sqlInstant } from "../paging/keyset";
import { KEYS_WITH_OWNERS, KeyRow, keyColumns, keyState, toApiKey } from "./key-row";

type Term = OrderTerm<KeyRow>;

const made: Term = {
  sql: "k.created_at",
  kind: "instant",
  of: (row) => sqlInstant(row.created_at),
};
const name: Term = { sql: "k.name", kind: "text", of: (row) => row.name };
const id: Term = { sql: "k.id", kind: "text", of: (row) => row.id };
const down = (term: Term): Term => ({ ...term, descending: true });

const ORDERS = {
  created_at: [made, id],
  "-created_at": [down(made), down(id)],
  name: [name, id],
  "-name": [down(name), down(id)],
} as const satisfies Record<KeyQuery["sort"], readonly Term[]>;

/** Keys of one person, or of all where `ownerId` is null, dead ones included. Throws `validation_failed` for a wrong cursor. */
export async function findKeys(
  { skip, limit, cursor, sort, state }: Omit<KeyQuery, "user_id">,
  ownerId: string | null,
  now = new Date(),
): Promise<Page<ApiKey>> {
  const stateNow = keyState(now);
  const page = await findPage(
    {
      list: "keys",
      sort,
      filter: { ownerId, state },
      row: KeyRow,
      select: keyColumns(now),
      from: KEYS_WITH_OWNERS,
      where: allOf([
        ...(ownerId === null ? [] : [fragment("k.user_id = ?", ownerId)]),
        ...(state ? [fragment(`${stateNow.sql} = ?`, ...stateNow.params, state)] : []),
      ]),
      order: ORDERS[sort],
    },
    { skip, limit, cursor },
  );
  return mapPage(page, toApiKey);
}
