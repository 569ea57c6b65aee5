import type { FindingSort } from "@/lib/contract/findings";
import { dayConditions } from "../day-condition";
import { type Fragment, fragment } from "../fragment";
import { type OrderTerm, sqlInstant } from "../paging/keyset";

type Seen = { id: number; last_seen_at: Date };

/** By when it was seen last, then by id; or by id alone. */
const ordered = (descending: boolean): readonly OrderTerm<Seen>[] => [
  { sql: "last_seen_at", kind: "instant", descending, of: (row) => sqlInstant(row.last_seen_at) },
  byId(descending),
];
const byId = (descending: boolean): OrderTerm<Seen> => ({
  sql: "id",
  kind: "number",
  descending,
  of: (row) => row.id,
});

export const FINDING_ORDERS = {
  "-last_seen_at": ordered(true),
  last_seen_at: ordered(false),
  "-id": [byId(true)],
  id: [byId(false)],
} as const satisfies Record<FindingSort, readonly OrderTerm<Seen>[]>;

type Filter = {
  stream?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/** What all kinds of findings are filtered by. */
export const findingConditions = ({ stream, ...days }: Filter): Fragment[] => [
  ...(stream ? [fragment("stream = ?", stream)] : []),
  ...dayConditions("last_seen_at", days),
];
