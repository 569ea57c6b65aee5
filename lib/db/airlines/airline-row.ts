import { z } from "zod";
import type { Airline } from "@/lib/contract/airlines";
import {
  ProvenanceRow,
  provenanceColumns,
  type Renamed,
  toProvenance,
} from "../reference/provenance-row";

export const AIRLINE_COLUMNS = `a.id, a.airline_code, a.name, a.icao_code, a.country_code, ${provenanceColumns("a")}`;

export const AirlineRow = z.object({
  id: z.number(),
  airline_code: z.string(),
  name: z.string().nullable(),
  icao_code: z.string().nullable(),
  country_code: z.string().nullable(),
  ...ProvenanceRow.shape,
});
export type AirlineRow = z.infer<typeof AirlineRow>;

const RENAMED: Renamed = { name: { field: "airline_name" } };

/** A stored airline as the API shows it. */
export const toAirline = (row: AirlineRow): Airline => ({
  id: row.id,
  airline_code: row.airline_code,
  airline_name: row.name,
  icao_code: row.icao_code,
  country_code: row.country_code,
  ...toProvenance(row, RENAMED),
});
