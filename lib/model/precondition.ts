/** One stored version of one row. */
export type RowVersion = { id: number; version: number };

/** What a change was made for (If-Match): any version at all, or one of these; null where the caller does not mind. */
export type Precondition = { any: true } | { any: false; versions: readonly RowVersion[] } | null;

/** Whether the row, null where there is none, is what the change was made for. */
export function meets(wanted: Precondition, row: RowVersion | null): boolean {
  if (wanted === null) return true;
  if (row === null) return false;
  return (
    wanted.any ||
    wanted.versions.some(({ id, version }) => id === row.id && version === row.version)
  );
}
