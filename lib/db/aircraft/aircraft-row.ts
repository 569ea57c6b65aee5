import { z } from "zod";
import type { Aircraft } from "@/lib/contract/aircraft";
import {
  ProvenanceRow,
  provenanceColumns,
  type Renamed,
  toProvenance,
} from "../reference/provenance-row";

export const AIRCRAFT_COLUMNS = `a.id, a.aircraft_code, a.name, a.equipment_code, ${provenanceColumns("a")}`;

export const AircraftRow = z.object({
  id: z.number(),
  aircraft_code: z.string(),
  name: z.string().nullable(),
  equipment_code: z.string().nullable(),
  ...ProvenanceRow.shape,
});
export type AircraftRow = z.infer<typeof AircraftRow>;

const RENAMED: Renamed = { name: { field: "aircraft_name" } };

/** A stored aircraft type as the API shows it. */
export const toAircraft = (row: AircraftRow): Aircraft => ({
  id: row.id,
  aircraft_code: row.aircraft_code,
  aircraft_name: row.name,
  equipment_code: row.equipment_code,
  ...toProvenance(row, RENAMED),
});
