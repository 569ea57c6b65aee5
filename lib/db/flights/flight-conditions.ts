import type { FlightQuery } from "@/lib/contract/flights";
import { parseFlightNumber } from "@/lib/model/flight-number";
import { allOf, type Fragment, fragment } from "../fragment";

type Filter = Pick<
  FlightQuery,
  "departure_airport" | "arrival_airport" | "flight_date" | "airline_code" | "flight_number"
>;

/**
 * Where flights of this filter are read from. A flight number is looked up as that of who operates and as a codeshare, each
 * by its index; no index serves both in one condition.
 */
export function flightTables({ flight_number }: Filter): Fragment {
  const sold = flight_number === undefined ? null : parseFlightNumber(flight_number);
  if (!sold) return fragment("flights f");
  const key = [sold.carrier, sold.number, sold.suffix];
  return fragment(
    `(SELECT id FROM flights WHERE carrier = ? AND number = ? AND suffix = ?
      UNION SELECT flight_id FROM flight_codeshares WHERE carrier = ? AND number = ? AND suffix = ?) found
     JOIN flights f ON f.id = found.id`,
    ...key,
    ...key,
  );
}

/** What a flight must be beside its number, on `flights f`. */
export function flightConditions(filter: Filter): Fragment {
  const { departure_airport, arrival_airport, flight_date, airline_code } = filter;
  const conditions: Fragment[] = [];
  if (departure_airport) conditions.push(fragment("f.origin = ?", departure_airport));
  if (arrival_airport) conditions.push(fragment("f.destination = ?", arrival_airport));
  if (flight_date) conditions.push(fragment("f.flight_date = ?", flight_date));
  if (airline_code) conditions.push(soldBy(airline_code));
  return allOf(conditions);
}

const soldBy = (carrier: string): Fragment =>
  fragment(
    `f.carrier = ? OR EXISTS
       (SELECT 1 FROM flight_codeshares s WHERE s.flight_id = f.id AND s.carrier = ?)`,
    carrier,
    carrier,
  );
