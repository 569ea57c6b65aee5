import type { EventsOfFlightQuery, FlightEventRow } from "@/lib/contract/flight-events";
import type { Page } from "@/lib/contract/paging";
import { allOf, fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import { EVENT_COLUMNS, EventRow, eventConditions, toEvent } from "./event-row";
import { hasFlight, leadsTo } from "./find-flight";

/** What became known of a flight, in the order of observation. Null when there is no such flight. */
export async function findFlightEvents(
  id: number,
  wish: EventsOfFlightQuery,
): Promise<Page<FlightEventRow> | null> {
  const { skip, limit, cursor, sort, field } = wish;
  const flightId = await leadsTo(id);
  const page = await findPage(
    {
      list: "events-of-flight",
      sort,
      filter: { flightId, field },
      row: EventRow,
      select: fragment(EVENT_COLUMNS),
      from: "flight_events p",
      where: allOf([fragment("p.flight_id = ?", flightId), eventConditions(field)]),
      order: [
        {
          sql: "p.position",
          kind: "number",
          descending: sort === "-position",
          of: (row) => row.position,
        },
      ],
    },
    { skip, limit, cursor },
  );
  if (page.total === 0 && !(await hasFlight(flightId))) return null;
  return mapPage(page, toEvent);
}
