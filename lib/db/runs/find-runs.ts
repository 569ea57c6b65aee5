import type { Page } from "@/lib/contract/paging";
import type { Run, RunQuery } from "@/lib/contract/sync";
import { allOf, type Fragment, fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import { type OrderTerm, sqlInstant } from "../paging/keyset";
import { findPaces } from "./find-paces";
import { isOpen, RUN_COLUMNS, RunRow } from "./run-row";
import { sumWindows } from "./sum-windows";
import { toRun } from "./to-run";

const NEWEST_FIRST: readonly OrderTerm<RunRow>[] = [
  {
    sql: "r.created_at",
    kind: "instant",
    descending: true,
    of: (row) => sqlInstant(row.created_at),
  },
  { sql: "r.id", kind: "text", descending: true, of: (row) => row.id },
];

/** Runs that match, newest first, with counts that one statement sums for the whole page. */
export async function findRuns(wish: RunQuery): Promise<Page<Run>> {
  const { skip, limit, cursor, ...filter } = wish;
  const conditions: Fragment[] = [];
  if (filter.stream) conditions.push(fragment("r.stream = ?", filter.stream));
  if (filter.status) conditions.push(fragment("r.status = ?", filter.status));
  const page = await findPage(
    {
      list: "runs",
      sort: "newest",
      filter,
      row: RunRow,
      select: fragment(RUN_COLUMNS),
      from: "sync_runs r",
      where: allOf(conditions),
      order: NEWEST_FIRST,
    },
    { skip, limit, cursor },
  );
  const [sums, paces] = await Promise.all([
    sumWindows(page.items.map(({ id }) => id)),
    findPaces(page.items.filter(({ status }) => isOpen(status)).map(({ id }) => id)),
  ]);
  return mapPage(page, (row) => toRun(row, sums.get(row.id), paces.get(row.id)));
}
