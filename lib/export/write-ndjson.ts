import { pickFields } from "@/lib/http/pick-fields";

/** Rows as JSON objects, one a line: those of the API, whole or with these of their fields. It has no place for a header. */
export async function* writeNdjson<Row extends object>(
  rows: AsyncIterable<readonly Row[]>,
  fields: readonly string[] | null,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const toLine = (row: Row) => `${JSON.stringify(fields ? pickFields(row, fields) : row)}\n`;
  for await (const batch of rows) yield encoder.encode(batch.map(toLine).join(""));
}
