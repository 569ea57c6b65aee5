import type { RejectQuery, RejectRow } from "@/lib/contract/findings";
import type { Page } from "@/lib/contract/paging";
import { allOf, type Fragment, fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import type { WishOf } from "../paging/wish-of";
import { FINDING_ORDERS, findingConditions } from "./newest-first";
import { REJECT_COLUMNS, StoredReject, toReject } from "./reject-row";

/** Records that were kept aside, open ones and last seen first unless told otherwise. */
export async function findRejects(wish: WishOf<RejectQuery>): Promise<Page<RejectRow>> {
  const { skip, limit, cursor, sort = "-last_seen_at", fields: _, ...filter } = wish;
  const page = await findPage(
    {
      list: "rejects",
      sort,
      filter,
      row: StoredReject,
      select: fragment(REJECT_COLUMNS),
      from: "rejects",
      where: allOf([...findingConditions(filter), ...ownConditions(filter)]),
      order: FINDING_ORDERS[sort],
    },
    { skip, limit, cursor },
  );
  return mapPage(page, toReject);
}

const STATES = {
  open: [fragment("resolved_at IS NULL")],
  resolved: [fragment("resolved_at IS NOT NULL")],
  all: [],
} as const satisfies Record<RejectQuery["state"], readonly Fragment[]>;

/** Columns by the names that the API gives them. */
const EQUAL = { rule: "rule", key: "record_key", run_id: "run_id", payload_id: "payload_id" };

function ownConditions(filter: Partial<Omit<RejectQuery, "fields">>): Fragment[] {
  const { state = "open", rule, key, run_id, payload_id } = filter;
  const wanted = Object.entries({ rule, key, run_id, payload_id });
  return [
    ...STATES[state],
    ...wanted.flatMap(([name, value]) =>
      // Object.entries forgets that these are the names of EQUAL.
      value === undefined ? [] : [fragment(`${EQUAL[name as keyof typeof EQUAL]} = ?`, value)],
    ),
  ];
}
