import type { Aircraft } from "@/lib/contract/aircraft";
import { query } from "../query";
import { AIRCRAFT_COLUMNS, AircraftRow, toAircraft } from "./aircraft-row";

/** The aircraft type with this code (upper case), or null. */
export async function findAircraft(code: string): Promise<Aircraft | null> {
  const [row] = await query(
    AircraftRow,
    `SELECT ${AIRCRAFT_COLUMNS} FROM aircraft a WHERE a.aircraft_code = ?`,
    [code],
  );
  return row ? toAircraft(row) : null;
}
