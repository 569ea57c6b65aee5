import type { Connection } from "mariadb";
import type { Airline } from "@/lib/contract/airlines";
import { query } from "../query";
import { AIRLINE_COLUMNS, AirlineRow, toAirline } from "./airline-row";

/** The airline with this code (upper case), or null. */
export async function findAirline(code: string, connection?: Connection): Promise<Airline | null> {
  const [row] = await query(
    AirlineRow,
    `SELECT ${AIRLINE_COLUMNS} FROM airlines a WHERE a.airline_code = ?`,
    [code],
    connection,
  );
  return row ? toAirline(row) : null;
}
