import { z } from "zod";
import { FlightEventRow } from "@/lib/contract/flights";
import { toSnakeCase } from "@/lib/model/snake-case";
import { query } from "../query";
import { leadsTo } from "./find-flight";

const StoredEvent = FlightEventRow.extend({ field: z.string(), observed_at: z.date() });

/** What became known of a flight, in the order of observation. Null when there is no such flight, for each has its first sight. */
export async function findFlightEvents(id: number): Promise<FlightEventRow[] | null> {
  const rows = await query(
    StoredEvent,
    `SELECT position, field, old_value, new_value, observed_at, stream, payload_id
     FROM flight_events WHERE flight_id = ? ORDER BY position`,
    [await leadsTo(id)],
  );
  if (rows.length === 0) return null;
  return rows.map((row) => ({
    ...row,
    field: toSnakeCase(row.field),
    observed_at: row.observed_at.toISOString(),
  }));
}
