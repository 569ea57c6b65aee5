import { z } from "zod";
import type { Provenance } from "@/lib/contract/provenance";
import { ROW_SOURCES } from "@/lib/model/source";
import type { Cell } from "../upsert/entity";
import { readDifferences } from "../upsert/read-rows";

/** What every row of reference data has beside what is said of it. */
export const ProvenanceRow = z.object({
  source: z.enum(ROW_SOURCES),
  source_differences: z.string().nullable(),
  manual_columns: z.string(),
  run_id: z.string().nullable(),
  payload_id: z.string().nullable(),
  version: z.number(),
  created_at: z.date(),
  updated_at: z.date(),
});

/** These columns of the table that is called `alias`. */
export const provenanceColumns = (alias: string): string =>
  Object.keys(ProvenanceRow.shape)
    .map((name) => `${alias}.${name}`)
    .join(", ");

/** Columns that the API calls otherwise, and how it writes their values where it does that otherwise too. */
export type Renamed = Readonly<Record<string, { field: string; write?: (cell: Cell) => Cell }>>;

/** Where a row comes from, in the words of the API. A source that says nothing of a field is no difference. */
export function toProvenance(row: z.infer<typeof ProvenanceRow>, renamed: Renamed): Provenance {
  const differences = Object.entries(readDifferences(row.source_differences)).flatMap(
    ([column, cell]) => {
      const shown = renamed[column]?.write?.(cell) ?? cell;
      return shown === null ? [] : [[renamed[column]?.field ?? column, shown] as const];
    },
  );
  const manual = row.manual_columns.split(" ").filter(Boolean);
  return {
    source: row.source,
    source_differences: differences.length > 0 ? Object.fromEntries(differences) : null,
    manual_fields: manual.map((column) => renamed[column]?.field ?? column),
    run_id: row.run_id,
    payload_id: row.payload_id,
    version: row.version,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
