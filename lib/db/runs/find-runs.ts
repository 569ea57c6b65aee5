import type { Page } from "@/lib/contract/paging";
import type { Run, RunQuery, RunSort } from "@/lib/contract/sync";
import { dayConditions } from "../day-condition";
import { allOf, type Fragment, fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import { type OrderTerm, sqlInstant } from "../paging/keyset";
import type { WishOf } from "../paging/wish-of";
import { findPaces } from "./find-paces";
import { isOpen, RUN_COLUMNS, RunRow } from "./run-row";
import { sumWindows } from "./sum-windows";
import { toRun } from "./to-run";

const ordered = (descending: boolean): readonly OrderTerm<RunRow>[] => [
  { sql: "r.created_at", kind: "instant", descending, of: (row) => sqlInstant(row.created_at) },
  { sql: "r.id", kind: "text", descending, of: (row) => row.id },
];
const ORDERS = {
  "-created_at": ordered(true),
  created_at: ordered(false),
} as const satisfies Record<RunSort, readonly OrderTerm<RunRow>[]>;

/** Runs that match, newest first unless told otherwise, with counts that one statement sums for the whole page. */
export async function findRuns(wish: WishOf<RunQuery>): Promise<Page<Run>> {
  const { skip, limit, cursor, sort = "-created_at", fields: _, ...filter } = wish;
  const { stream, status, task, trigger } = filter;
  const conditions: Fragment[] = dayConditions("r.created_at", filter);
  if (stream) conditions.push(fragment("r.stream = ?", stream));
  if (status) conditions.push(fragment("r.status = ?", status));
  if (task) conditions.push(fragment("r.task = ?", task));
  if (trigger) conditions.push(fragment("r.run_trigger = ?", trigger));
  const page = await findPage(
    {
      list: "runs",
      sort,
      filter,
      row: RunRow,
      select: fragment(RUN_COLUMNS),
      from: "sync_runs r",
      where: allOf(conditions),
      order: ORDERS[sort],
    },
    { skip, limit, cursor },
  );
  const [sums, paces] = await Promise.all([
    sumWindows(page.items.map(({ id }) => id)),
    findPaces(page.items.filter(({ status }) => isOpen(status)).map(({ id }) => id)),
  ]);
  return mapPage(page, (row) => toRun(row, sums.get(row.id), paces.get(row.id)));
}
