import table from "@/data/airports.json";
import type { AirportRecord } from "@/lib/model/airport";

type Cell = string | number | null;

const byCode = new Map<Cell, readonly Cell[]>(table.rows.map((row) => [row[0] ?? null, row]));

/** What open data (OurAirports) knows of this code, null when it does not know it. Its zone is derived from the position. */
export function openDataAirport(code: string): AirportRecord | null {
  const row = byCode.get(code);
  if (!row) return null;
  const cell = (column: string) => row[table.columns.indexOf(column)] ?? null;
  const text = (column: string) => cell(column) as string | null; // The file is made by us, column by column.
  const number = (column: string) => cell(column) as number | null;
  return {
    code,
    name: text("name"),
    cityCode: text("city_code"),
    countryCode: text("country_code"),
    locationType: "airport",
    latitude: number("latitude"),
    longitude: number("longitude"),
    utcOffsetMinutes: number("standard_offset_minutes"),
    timeZone: text("time_zone"),
    timeZoneBasis: text("time_zone") ? "derived" : null,
  };
}
