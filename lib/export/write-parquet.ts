import type { SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Cell, Column, ColumnKind } from "./column";
import type { About } from "./describe-export";

/** Rows of one group: they are held as columns until it is written. Readers like greater ones, other requests smaller ones. */
export const ROW_GROUP = 10_000;

/**
 * Rows as Parquet: UTC instants and wall times as timestamps of their own kinds, whole numbers as INT32 and INT64, text as
 * UTF-8, Snappy. A group of rows is sent as soon as it is full, what is known of the groups at the end. `about` is the
 * file's key-value metadata.
 */
export async function* writeParquet<Row>(
  rows: AsyncIterable<readonly Row[]>,
  columns: readonly Column<Row>[],
  about: About,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: [{ name: "root", num_children: columns.length }, ...columns.map(toElement)],
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
    createdBy: "dst-airlines",
  });
  const group = columnGroup(columns);
  for await (const batch of rows) {
    group.add(batch);
    if (group.size() < ROW_GROUP) continue;
    writeGroup(file, group.take());
    yield takeBytes(writer);
  }
  if (group.size() > 0) writeGroup(file, group.take());
  file.finish();
  yield takeBytes(writer);
}

type ColumnValues = { name: string; data: (string | bigint | number | null)[] };
type Value = ColumnValues["data"][number];

const TYPES = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  plain: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  integer: { type: "INT32" },
  long: { type: "INT64" },
  double: { type: "DOUBLE" },
  instant: {
    type: "INT64",
    converted_type: "TIMESTAMP_MILLIS",
    logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
  },
  // Without converted_type, which would call it UTC.
  wall_time: {
    type: "INT64",
    logical_type: { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "MILLIS" },
  },
  day: { type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } },
} as const satisfies Record<ColumnKind, Omit<SchemaElement, "name">>;

const toElement = <Row>({ name, kind }: Column<Row>): SchemaElement => ({
  name,
  repetition_type: "OPTIONAL",
  ...TYPES[kind],
});

const DAY_MS = 86_400_000;
const asSent = (cell: string | number): Value => cell;

/** What the writer takes for a cell that is there. */
const VALUES = {
  text: asSent,
  plain: asSent,
  integer: asSent,
  double: asSent,
  long: (cell) => BigInt(cell),
  instant: (cell) => BigInt(Date.parse(String(cell))),
  wall_time: (cell) => BigInt(Date.parse(`${cell}Z`)),
  day: (cell) => Date.parse(`${cell}T00:00Z`) / DAY_MS,
} as const satisfies Record<ColumnKind, (cell: string | number) => Value>;

function columnGroup<Row>(columns: readonly Column<Row>[]) {
  const empty = (): ColumnValues[] => columns.map(({ name }) => ({ name, data: [] }));
  let values = empty();
  return {
    size: () => values[0]?.data.length ?? 0,
    add(rows: readonly Row[]): void {
      columns.forEach(({ kind, of }, at) => {
        const data = values[at]?.data;
        for (const row of rows) data?.push(toValue(of(row), kind));
      });
    },
    take(): ColumnValues[] {
      const taken = values;
      values = empty();
      return taken;
    },
  };
}

const toValue = (cell: Cell, kind: ColumnKind): Value =>
  cell === null ? null : VALUES[kind](cell);

/** Nothing is awaited: a ByteWriter takes all at once. */
function writeGroup(file: ParquetWriter, columnData: ColumnValues[]): void {
  void file.write({ columnData, rowGroupSize: ROW_GROUP * 2 });
}

/** What was written since the last time. The writer goes on counting from the file's beginning. */
function takeBytes(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
