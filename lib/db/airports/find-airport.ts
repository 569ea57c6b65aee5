import type { Airport } from "@/lib/contract/airports";
import { query } from "../query";
import { AIRPORTS_WITH_NAMES, AirportRow, airportColumns, toAirport } from "./airport-row";

/** The airport with this code (upper case), or null. */
export async function findAirport(code: string): Promise<Airport | null> {
  const [row] = await query(
    AirportRow,
    `SELECT ${airportColumns.sql} FROM ${AIRPORTS_WITH_NAMES} WHERE a.airport_code = ?`,
    [code],
  );
  return row ? toAirport(row) : null;
}
