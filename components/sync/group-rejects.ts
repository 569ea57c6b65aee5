import type { RejectRow } from "@/lib/contract/findings";

export type RejectGroup = Pick<RejectRow, "rule" | "stream"> & { rows: RejectRow[] };

/** Rejects of one rule in one list, the largest group first, by key within it. */
export function groupRejects(rejects: readonly RejectRow[]): RejectGroup[] {
  const groups = new Map<string, RejectGroup>();
  for (const reject of rejects) {
    const { rule, stream } = reject;
    const key = `${rule} ${stream}`;
    const group = groups.get(key) ?? { rule, stream, rows: [] };
    group.rows.push(reject);
    groups.set(key, group);
  }
  const byKey = (a: RejectRow, b: RejectRow) => a.key.localeCompare(b.key, "en");
  return [...groups.values()]
    .map((group) => ({ ...group, rows: group.rows.toSorted(byKey) }))
    .sort((a, b) => b.rows.length - a.rows.length);
}
