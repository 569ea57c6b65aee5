import { z } from "zod";
import type { FlightEventOfMany, FlightEventQuery } from "@/lib/contract/flight-events";
import type { Page } from "@/lib/contract/paging";
import { formatFlightNumber } from "@/lib/model/flight-number";
import { mapPage } from "../paging/find-page";
import type { OrderTerm } from "../paging/keyset";
import { EVENT_COLUMNS, EventRow, eventConditions, toEvent } from "./event-row";
import { findFlightParts } from "./find-flight-parts";
import { checkSpan, isNarrow, rangeRequired } from "./flight-span";

const EventOfMany = EventRow.extend({
  id: z.number(),
  carrier: z.string(),
  number: z.number(),
  number_text: z.string(),
  suffix: z.string(),
  origin: z.string(),
  destination: z.string(),
  flight_date: z.string(),
  departs_at: z.date(),
});
type EventOfMany = z.infer<typeof EventOfMany>;

const position: OrderTerm<EventOfMany> = {
  sql: "p.position",
  kind: "number",
  of: (row) => row.position,
};

/**
 * What became known of the flights that match, in the order of their departures. The total is counted to 10,000. Throws
 * `range_required` where these could be more than the flights of 92 days, and like findFlights.
 */
export async function findEvents(wish: FlightEventQuery): Promise<Page<FlightEventOfMany>> {
  const { skip, limit, cursor, sort, fields: _, field, ...flights } = wish;
  checkSpan(flights);
  if (!isNarrow(flights)) throw rangeRequired("query.flight_date");
  const page = await findFlightParts(
    {
      list: "flight-events",
      sort,
      filter: { ...flights, field },
      table: "flight_events",
      row: EventOfMany,
      select: `f.id, f.carrier, f.number, f.number_text, f.suffix, f.origin, f.destination, f.flight_date, f.departs_at, ${EVENT_COLUMNS}`,
      flights,
      where: eventConditions(field),
      within: [position],
    },
    { skip, limit, cursor },
  );
  return mapPage(page, toEventOfMany);
}

const toEventOfMany = (row: EventOfMany): FlightEventOfMany => ({
  flight_id: row.id,
  flight_number: formatFlightNumber({ ...row, numberText: row.number_text }),
  airline_code: row.carrier,
  departure_airport: row.origin,
  arrival_airport: row.destination,
  flight_date: row.flight_date,
  ...toEvent(row),
});
