import type { ExportOptions } from "@/lib/contract/exports";
import { Download } from "@/lib/http/download";
import { log } from "@/lib/log";
import { type ExportFormat, MEDIA_TYPES } from "@/lib/model/export-format";
import type { OriginKind } from "@/lib/model/origin";
import type { FieldColumns } from "./column";
import { type About, describeExport } from "./describe-export";
import { exportFileName } from "./file-name";
import { openExport } from "./open-export";
import { selectColumns, selectFields } from "./select-columns";
import { writeCsv } from "./write-csv";
import { writeNdjson } from "./write-ndjson";
import { writeParquet } from "./write-parquet";

type Export<Row> = {
  /** What the rows are, in the plural: `flights`. */
  content: string;
  columns: FieldColumns<Row>;
  /** As the caller asked. */
  filter: object;
  options: ExportOptions;
  read: (signal: AbortSignal) => AsyncGenerator<Row[]>;
  origin: OriginKind | null;
  /** Ends when the caller goes. */
  signal: AbortSignal;
  now: Date;
};

/**
 * All rows of one kind as a file, sent as it is made. What it holds is told in its headers, and within where its format has
 * a place for that. Throws `validation_failed` for fields that are none, `rate_limited` where too many are being sent, and
 * what reading the first rows throws.
 */
export async function exportFile<Row extends object>(file: Export<Row>): Promise<Download> {
  const { content, options, signal, now, filter, read } = file;
  const about = describeExport(file);
  const stream = await openExport({
    read,
    write: writerOf(file, about),
    signal,
    onBreak: (err) => log.warn({ err, content, format: options.format }, "An export broke off."),
  });
  return new Download(stream, {
    "content-type": CONTENT_TYPES[options.format],
    "content-disposition": `attachment; filename="${exportFileName({ content, filter, now, format: options.format })}"`,
    "x-export-filters": about.filters,
    "x-export-time": about.exported_at,
    "x-export-time-zone": "UTC",
  });
}

const CONTENT_TYPES = {
  ...MEDIA_TYPES,
  csv: `${MEDIA_TYPES.csv}; charset=utf-8; header=present`,
} as const satisfies Record<ExportFormat, string>;

type Writer<Row> = (rows: AsyncIterable<Row[]>) => AsyncGenerator<Uint8Array>;

function writerOf<Row extends object>(
  { columns, options: { format, fields, header } }: Export<Row>,
  about: About,
): Writer<Row> {
  if (format === "ndjson") {
    const picked = selectFields(columns, fields);
    return (rows) => writeNdjson(rows, picked);
  }
  const selected = selectColumns(columns, fields);
  if (format === "parquet") return (rows) => writeParquet(rows, selected, about);
  return (rows) => writeCsv(rows, selected, header === "comments" ? about : null);
}
