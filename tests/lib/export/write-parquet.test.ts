import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { expect, it } from "vitest";
import { type Cell, type ColumnKind, column } from "@/lib/export/column";
import { describeExport } from "@/lib/export/describe-export";
import { ROW_GROUP, writeParquet } from "@/lib/export/write-parquet";
import { batches } from "@/tests/fakes/batches";
import { readBytes } from "@/tests/fakes/read-bytes";

const ABOUT = describeExport({
  content: "things",
  filter: { q: "é" },
  origin: "sandbox",
  now: new Date("2030-05-01T00:00:00Z"),
});

type Row = Record<string, Cell>;
const KINDS: readonly ColumnKind[] = [
  "text",
  "plain",
  "integer",
  "long",
  "double",
  "instant",
  "wall_time",
  "day",
];
const columns = KINDS.map((kind) => column(kind)(kind, (row: Row) => row[kind] ?? null));

async function write(rows: readonly Row[], only = columns): Promise<ArrayBuffer> {
  const bytes = await readBytes(writeParquet(batches(rows), only, ABOUT));
  return new Uint8Array(bytes).buffer;
}

it("gives values back by their types, and null as null", async () => {
  const row: Row = {
    text: "é=1",
    plain: "sent",
    integer: -5,
    long: 2 ** 40,
    double: 50.5,
    instant: "2030-05-01T08:50:00.123Z",
    wall_time: "2030-05-01T10:50",
    day: "2030-05-01",
  };
  const file = await write([row, {}]);
  const [read, empty] = await parquetReadObjects({ file });
  expect(read).toEqual({
    ...row,
    long: 2n ** 40n,
    instant: new Date("2030-05-01T08:50:00.123Z"),
    wall_time: new Date("2030-05-01T10:50Z"),
    day: new Date("2030-05-01T00:00Z"),
  });
  expect(empty).toEqual(Object.fromEntries(KINDS.map((kind) => [kind, null])));
});

it("declares an instant as UTC, a wall time as of no zone, and whole numbers whole", async () => {
  const types = parquetSchema(parquetMetadata(await write([]))).children.map(({ element }) => [
    element.name,
    element.type,
    element.logical_type,
  ]);
  expect(types).toContainEqual(["integer", "INT32", undefined]);
  expect(types).toContainEqual(["long", "INT64", undefined]);
  expect(types).toContainEqual(["day", "INT32", { type: "DATE" }]);
  const timestamp = { type: "TIMESTAMP", unit: "MILLIS" };
  expect(types).toContainEqual(["instant", "INT64", { ...timestamp, isAdjustedToUTC: true }]);
  expect(types).toContainEqual(["wall_time", "INT64", { ...timestamp, isAdjustedToUTC: false }]);
});

it("sends each group of rows when it is full, and holds all of them in order", async () => {
  const [, , whole] = columns;
  const only = whole ? [whole] : [];
  const rows = Array.from({ length: ROW_GROUP * 2 + 3 }, (_, at) => ({ integer: at }));
  let sent = 0;
  for await (const _ of writeParquet(batches(rows), only, ABOUT)) sent += 1;
  expect(sent).toBe(3);
  const file = await write(rows, only);
  const sizes = parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows));
  expect(sizes).toEqual([ROW_GROUP, ROW_GROUP, 3]);
  expect(await parquetReadObjects({ file })).toEqual(rows);
});

it("tells about itself, also where it has no rows", async () => {
  const file = await write([]);
  const { key_value_metadata: told } = parquetMetadata(file);
  expect(Object.fromEntries((told ?? []).map(({ key, value }) => [key, value]))).toEqual(ABOUT);
  expect(await parquetReadObjects({ file })).toEqual([]);
});
