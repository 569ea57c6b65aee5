import type { FindingQuery } from "@/lib/contract/findings";
import { allOf, type Fragment, fragment } from "../fragment";
import { type OrderTerm, sqlInstant } from "../paging/keyset";

/** Last seen first; what was seen in one transaction by id. */
export const newestFirst: readonly OrderTerm<{ id: number; last_seen_at: Date }>[] = [
  {
    sql: "last_seen_at",
    kind: "instant",
    descending: true,
    of: (row) => sqlInstant(row.last_seen_at),
  },
  { sql: "id", kind: "number", descending: true, of: (row) => row.id },
];

export const streamCondition = ({ stream }: Pick<FindingQuery, "stream">): Fragment =>
  allOf(stream ? [fragment("stream = ?", stream)] : []);
