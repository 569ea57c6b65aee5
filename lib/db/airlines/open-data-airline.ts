import table from "@/data/airlines.json";
import type { AirlineRecord } from "@/lib/model/airline";

const byCode = new Map(table.rows.map((row) => [row[0], row]));

/** What open data knows of the airline with this code, null when it does not know it. */
export function openDataAirline(code: string): AirlineRecord | null {
  const row = byCode.get(code);
  if (!row) return null;
  const cell = (column: string) => row[table.columns.indexOf(column)] || null;
  return {
    code,
    icaoCode: cell("icao_code"),
    name: cell("name"),
    countryCode: cell("country_code"),
  };
}
