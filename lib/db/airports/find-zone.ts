import type { Connection } from "mariadb";
import { z } from "zod";
import { query } from "../query";
import { openDataAirport } from "./open-data-airport";

const ZoneRow = z.object({ time_zone: z.string().nullable() });

/**
 * The IANA zone of an airport as it is known at this moment: of its row, else of open data; null where none is known. A row
 * without a zone has none on purpose.
 */
export async function findZone(code: string, connection: Connection): Promise<string | null> {
  const [row] = await query(
    ZoneRow,
    "SELECT time_zone FROM airports WHERE airport_code = ? AND source <> 'stub'",
    [code],
    connection,
  );
  return row ? row.time_zone : (openDataAirport(code)?.timeZone ?? null);
}
