/** Rows as they come from a database: in batches of this size. */
export async function* batches<Row>(rows: readonly Row[], size = 500): AsyncGenerator<Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
