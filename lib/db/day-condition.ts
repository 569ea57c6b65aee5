import { type Fragment, fragment } from "./fragment";

/** What happened between two UTC days, both included, by the column that says when. */
export function dayConditions(
  column: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Fragment[] {
  return [
    ...(from ? [fragment(`${column} >= ?`, from)] : []),
    ...(to ? [fragment(`${column} < ? + INTERVAL 1 DAY`, to)] : []),
  ];
}
