import type { Flight, FlightQuery, FlightSort } from "@/lib/contract/flights";
import type { Page } from "@/lib/contract/paging";
import { AppError } from "@/lib/errors";
import { fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import { type OrderTerm, sqlInstant } from "../paging/keyset";
import { findCodeshares } from "./find-codeshares";
import { flightConditions, flightTables } from "./flight-conditions";
import { FLIGHT_COLUMNS, FlightRow } from "./flight-row";
import { toFlight } from "./to-flight";

type Term = OrderTerm<FlightRow>;

const id: Term = { sql: "f.id", kind: "number", of: (row) => row.id };
const day: Term = { sql: "f.flight_date", kind: "day", of: (row) => row.flight_date };
const departure: Term = {
  sql: "f.scheduled_departure_utc",
  kind: "instant",
  of: ({ scheduled_departure_utc: at }) => at && sqlInstant(at),
};
const down = (term: Term): Term => ({ ...term, descending: true });

/** Day, instant and id are the end of the index of each airport: a page of a board is read in its order. */
const ORDERS = {
  id: [id],
  "-id": [down(id)],
  departure_time: [day, departure, id],
  "-departure_time": [down(day), down(departure), down(id)],
} as const satisfies Record<FlightSort, readonly Term[]>;

/**
 * Flights that match, with the exact total. Throws `validation_failed` for a wrong cursor, and `range_required` for an
 * order by departure over all flights, which no index gives.
 */
export async function findFlights(wish: FlightQuery): Promise<Page<Flight>> {
  const { skip, limit, cursor, sort: wanted, ...filter } = wish;
  const sort = wanted ?? (isNarrow(filter) ? "departure_time" : "id");
  if (!isNarrow(filter) && ORDERS[sort].length > 1) throw tooWide();
  const tables = flightTables(filter);
  const page = await findPage(
    {
      list: "flights",
      sort,
      filter,
      row: FlightRow,
      select: fragment(FLIGHT_COLUMNS),
      from: tables.sql,
      fromParams: tables.params,
      where: flightConditions(filter),
      order: ORDERS[sort],
    },
    { skip, limit, cursor },
  );
  const codeshares = await findCodeshares(page.items.map((row) => row.id));
  return mapPage(page, (row) => toFlight(row, codeshares.get(row.id) ?? []));
}

type Filter = Omit<FlightQuery, "skip" | "limit" | "cursor" | "sort">;

const isNarrow = ({ departure_airport, arrival_airport, flight_date, flight_number }: Filter) =>
  [departure_airport, arrival_airport, flight_date, flight_number].some(Boolean);

const tooWide = (): AppError =>
  new AppError(
    "range_required",
    "Sorting by departure needs an airport, a day or a flight number. Add one of them, or sort by id.",
    {
      invalidParams: [{ name: "query.sort", reason: "needs an airport, a day or a flight number" }],
    },
  );
