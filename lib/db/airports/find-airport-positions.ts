import { z } from "zod";
import type { AirportFilter, AirportPositions } from "@/lib/contract/airports";
import { query } from "../query";
import { airportConditions, tablesFor } from "./airport-conditions";

const PositionRow = z.object({
  airport_code: z.string(),
  name: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});

/** Where all airports that match are, by code, as columns: small enough to send at once. A nameless one is called by its code. */
export async function findAirportPositions(filter: AirportFilter): Promise<AirportPositions> {
  const where = airportConditions(filter);
  const rows = await query(
    PositionRow,
    `SELECT a.airport_code, a.name, a.latitude, a.longitude
     FROM ${tablesFor(filter)} WHERE ${where.sql} ORDER BY a.airport_code`,
    where.params,
  );
  const positions: AirportPositions = {
    codes: [],
    names: [],
    latitudes: [],
    longitudes: [],
    without_position: 0,
  };
  for (const { airport_code, name, latitude, longitude } of rows) {
    if (latitude === null || longitude === null) {
      positions.without_position += 1;
      continue;
    }
    positions.codes.push(airport_code);
    positions.names.push(name ?? airport_code);
    positions.latitudes.push(latitude);
    positions.longitudes.push(longitude);
  }
  return positions;
}
