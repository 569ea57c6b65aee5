import { stringify } from "csv-stringify/sync";
import type { Cell, Column } from "./column";
import type { About } from "./describe-export";

/**
 * What a spreadsheet may run: =, +, - or @, also in their wide forms and behind blanks, and a tab or line end at the
 * beginning (OWASP, CSV Injection). The option of csv-stringify would also mark offsets from UTC, and passes over blanks.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\uFEFF\u200B]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

/**
 * Rows as CSV (RFC 4180, UTF-8 without a byte order mark, which readers of data take for a part of the first name).
 * `about` goes before the names of the columns as comments. Text that a spreadsheet would run as a formula gets an
 * apostrophe before it; numbers and what we write ourselves never need one.
 */
export async function* writeCsv<Row>(
  rows: AsyncIterable<readonly Row[]>,
  columns: readonly Column<Row>[],
  about: About | null,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const toText = rowWriter(columns);
  let before = comments(about) + stringify([columns.map(({ name }) => name)], CRLF);
  for await (const batch of rows) {
    yield encoder.encode(before + toText(batch));
    before = "";
  }
  if (before) yield encoder.encode(before);
}

const CRLF = { record_delimiter: "windows" } as const;

const comments = (about: About | null): string =>
  Object.entries(about ?? {})
    .map(([name, value]) => `# ${name}: ${value}\r\n`)
    .join("");

function rowWriter<Row>(columns: readonly Column<Row>[]): (rows: readonly Row[]) => string {
  const cells = columns.map(({ kind, of }) =>
    kind === "text" ? (row: Row) => withoutFormula(of(row)) : of,
  );
  // A reader that was told of comments takes a # for one wherever it is not quoted; of line ends the library quotes its own.
  const options = { ...CRLF, quoted_match: /[#\r\n]/ };
  return (rows) =>
    stringify(
      rows.map((row) => cells.map((cell) => cell(row))),
      options,
    );
}

const withoutFormula = (value: Cell): Cell =>
  typeof value === "string" && FORMULA.test(value) ? `'${value}` : value;
