import { type Fragment, fragment } from "./fragment";

/** `(a, b) IN ((?, ?), (?, ?))`: the rows that have one of these values in these columns. At least one. */
export function inRows(columns: string, rows: readonly (readonly unknown[])[]): Fragment {
  const width = rows[0]?.length ?? 0;
  const marks = `(${Array.from({ length: width }, () => "?").join(", ")})`;
  return fragment(`(${columns}) IN (${rows.map(() => marks).join(", ")})`, ...rows.flat());
}
