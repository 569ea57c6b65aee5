import type { Connection } from "mariadb";
import type { Airport } from "@/lib/contract/airports";
import { query } from "../query";
import { AIRPORT_COLUMNS, AIRPORTS_WITH_NAMES, AirportRow, toAirport } from "./airport-row";

/** The airport with this code (upper case), or null. */
export async function findAirport(code: string, connection?: Connection): Promise<Airport | null> {
  const [row] = await query(
    AirportRow,
    `SELECT ${AIRPORT_COLUMNS} FROM ${AIRPORTS_WITH_NAMES} WHERE a.airport_code = ?`,
    [code],
    connection,
  );
  return row ? toAirport(row) : null;
}
