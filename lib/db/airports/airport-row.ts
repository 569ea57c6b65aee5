import { z } from "zod";
import type { Airport } from "@/lib/contract/airports";
import { LOCATION_TYPES, TIME_ZONE_BASES } from "@/lib/model/airport";
import { ProvenanceRow, provenanceColumns, toProvenance } from "../reference/provenance-row";
import { offsetText, RENAMED_OFFSET } from "../reference/renamed-offset";

/** Airports with the names that their codes stand for. */
export const AIRPORTS_WITH_NAMES = `airports a
  LEFT JOIN cities c ON c.code = a.city_code
  LEFT JOIN countries k ON k.code = a.country_code`;

export const AIRPORT_COLUMNS = `a.id, a.airport_code, a.name, a.city_code, c.name AS city_name, a.country_code,
   k.name AS country_name, a.location_type, a.latitude, a.longitude, a.utc_offset_minutes, a.time_zone,
   a.time_zone_basis, ${provenanceColumns("a")}`;

export const AirportRow = z.object({
  id: z.number(),
  airport_code: z.string(),
  name: z.string().nullable(),
  city_code: z.string().nullable(),
  city_name: z.string().nullable(),
  country_code: z.string().nullable(),
  country_name: z.string().nullable(),
  location_type: z.enum(LOCATION_TYPES).nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  utc_offset_minutes: z.number().nullable(),
  time_zone: z.string().nullable(),
  time_zone_basis: z.enum(TIME_ZONE_BASES).nullable(),
  ...ProvenanceRow.shape,
});
export type AirportRow = z.infer<typeof AirportRow>;

/** A stored airport as the API shows it. */
export const toAirport = (row: AirportRow): Airport => ({
  id: row.id,
  airport_code: row.airport_code,
  name: row.name,
  city_code: row.city_code,
  city_name: row.city_name,
  country_code: row.country_code,
  country_name: row.country_name,
  location_type: row.location_type,
  latitude: row.latitude,
  longitude: row.longitude,
  utc_offset: offsetText(row.utc_offset_minutes),
  time_zone: row.time_zone,
  time_zone_basis: row.time_zone_basis,
  ...toProvenance(row, RENAMED_OFFSET),
});
