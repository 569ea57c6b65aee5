import { z } from "zod";
import type { Airport } from "@/lib/contract/airports";
import { LOCATION_TYPES } from "@/lib/model/airport";
import { formatUtcOffset } from "@/lib/model/format-utc-offset";
import { ROW_SOURCES } from "@/lib/model/source";
import { fragment } from "../fragment";

/** Airports with the names that their codes stand for. */
export const AIRPORTS_WITH_NAMES = `airports a
  LEFT JOIN cities c ON c.code = a.city_code
  LEFT JOIN countries k ON k.code = a.country_code`;

export const airportColumns = fragment(
  `a.id, a.airport_code, a.name, a.city_code, c.name AS city_name, a.country_code, k.name AS country_name,
   a.location_type, a.latitude, a.longitude, a.utc_offset_minutes, a.time_zone, a.time_zone_basis, a.source,
   a.source_differences, a.run_id, a.payload_id, a.created_at, a.updated_at`,
);

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
  time_zone_basis: z.enum(["sent", "derived"]).nullable(),
  source: z.enum(ROW_SOURCES),
  source_differences: z.string().nullable(),
  run_id: z.string().nullable(),
  payload_id: z.string().nullable(),
  created_at: z.date(),
  updated_at: z.date(),
});
export type AirportRow = z.infer<typeof AirportRow>;

const Differences = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** A stored airport as the API shows it. */
export function toAirport(row: AirportRow): Airport {
  const { utc_offset_minutes, source_differences, created_at, updated_at, ...same } = row;
  return {
    ...same,
    utc_offset: utc_offset_minutes === null ? null : formatUtcOffset(utc_offset_minutes),
    source_differences:
      source_differences === null ? null : Differences.parse(JSON.parse(source_differences)),
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
  };
}
