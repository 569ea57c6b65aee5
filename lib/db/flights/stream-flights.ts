import type { FlightFilter } from "@/lib/contract/flight-filter";
import type { Flight } from "@/lib/contract/flights";
import type { Designator } from "@/lib/model/flight";
import { streamRows } from "../stream-rows";
import { flightConditions, flightTables } from "./flight-conditions";
import { FLIGHT_COLUMNS, type FlightRow } from "./flight-row";
import { checkSpan } from "./flight-span";
import { toFlight } from "./to-flight";

/** Within the same statement, so that a flight and its codeshares are of one moment. */
const SOLD_AS = `(SELECT GROUP_CONCAT(CONCAT_WS(' ', s.carrier, s.number, s.number_text, s.suffix)
    ORDER BY s.carrier, s.number, s.suffix SEPARATOR ',')
  FROM flight_codeshares s WHERE s.flight_id = f.id)`;

type StreamedFlight = FlightRow & { sold_as: string | null };

/**
 * All flights that match, in the order of their ids, in batches as they are wanted. Any filter may look at all flights: who
 * exports waits. Throws `validation_failed` for days in the wrong order, and ends and throws like streamRows.
 */
export async function* streamFlights(
  filter: FlightFilter,
  signal: AbortSignal,
): AsyncGenerator<Flight[]> {
  checkSpan(filter);
  const tables = flightTables(filter);
  const where = flightConditions(filter);
  const select = {
    sql: `SELECT ${FLIGHT_COLUMNS}, ${SOLD_AS} AS sold_as FROM ${tables.sql} WHERE ${where.sql} ORDER BY f.id`,
    params: [...tables.params, ...where.params],
  };
  for await (const rows of streamRows(select, signal)) {
    // The columns of the statement are those of the row, as the schema declares them.
    yield (rows as StreamedFlight[]).map((row) => toFlight(row, readSoldAs(row.sold_as)));
  }
}

const readSoldAs = (text: string | null): Designator[] =>
  (text?.split(",") ?? []).map((sold) => {
    const [carrier = "", number, numberText = "", suffix = ""] = sold.split(" ");
    return { carrier, number: Number(number), numberText, suffix };
  });
