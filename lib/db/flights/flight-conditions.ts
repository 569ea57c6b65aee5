import type { FlightFilter } from "@/lib/contract/flight-filter";
import { parseFlightNumber } from "@/lib/model/flight-number";
import { allOf, type Fragment, fragment } from "../fragment";
import { airlinesIn, airportsIn, numbersIn } from "./flight-search";
import { spanConditions } from "./flight-span";

/**
 * Where flights of this filter are read from. A flight number is looked up as that of who operates and as a codeshare, each
 * by its index; no index serves both in one condition.
 */
export function flightTables(filter: FlightFilter): Fragment {
  const sets = numbersIn(filter).map(numberedFlights);
  return flightsAmong(sets);
}

/** The flights whose ids are in all of these sets; all flights where there is none. */
export function flightsAmong(sets: readonly Fragment[]): Fragment {
  const joined = sets.map(({ sql }, at) => `JOIN (${sql}) found${at} ON found${at}.id = f.id`);
  return {
    sql: ["flights f", ...joined].join(" "),
    params: sets.flatMap(({ params }) => params),
  };
}

/** What a flight must be beside its number, on `flights f`. */
export const flightConditions = (filter: FlightFilter): Fragment =>
  allOf([
    ...placeConditions(filter),
    ...airportsIn(filter).map(touches),
    ...spanConditions(filter),
    ...airlineConditions(filter),
    ...kindConditions(filter),
    ...timeConditions(filter),
  ]);

function numberedFlights(number: string): Fragment {
  const { carrier, number: value, suffix } = parseFlightNumber(number) ?? NO_NUMBER;
  const key = [carrier, value, suffix];
  return fragment(
    `SELECT id FROM flights WHERE carrier = ? AND number = ? AND suffix = ?
     UNION SELECT flight_id FROM flight_codeshares WHERE carrier = ? AND number = ? AND suffix = ?`,
    ...key,
    ...key,
  );
}

/** The contract lets nothing through that is no number. */
const NO_NUMBER = { carrier: "", number: -1, suffix: "" };

const touches = (airport: string): Fragment =>
  fragment("f.origin = ? OR f.destination = ?", airport, airport);

function placeConditions(filter: FlightFilter): Fragment[] {
  const { departure_airport, arrival_airport, departure_country, arrival_country } = filter;
  return [
    ...equal("f.origin", departure_airport),
    ...equal("f.destination", arrival_airport),
    ...inCountry("f.origin", departure_country),
    ...inCountry("f.destination", arrival_country),
  ];
}

const inCountry = (column: string, country: string | undefined): Fragment[] =>
  country === undefined
    ? []
    : [
        fragment(
          `${column} IN (SELECT airport_code FROM airports WHERE country_code = ?)`,
          country,
        ),
      ];

function airlineConditions(filter: FlightFilter): Fragment[] {
  const { operating_airline, marketing_airline } = filter;
  return [
    ...equal("f.carrier", operating_airline),
    ...(marketing_airline === undefined ? [] : [soldBy(marketing_airline)]),
    ...airlinesIn(filter).map((carrier) => {
      const sold = soldBy(carrier);
      return fragment(`f.carrier = ? OR ${sold.sql}`, carrier, ...sold.params);
    }),
  ];
}

/** A scalar rather than EXISTS, of which MariaDB makes a table of all that this airline ever sold before it looks at one flight. */
const soldBy = (carrier: string): Fragment =>
  fragment(
    "(SELECT COUNT(*) FROM flight_codeshares s WHERE s.flight_id = f.id AND s.carrier = ?) > 0",
    carrier,
  );

function kindConditions(filter: FlightFilter): Fragment[] {
  const { flight_status, service_type, aircraft_type, registration } = filter;
  return [
    ...oneOf("f.status", flight_status),
    ...oneOf("f.service_type", service_type),
    ...equal("f.aircraft_type", aircraft_type),
    ...oneOf("f.registration", registration && [registration, registration.replaceAll("-", "")]),
  ];
}

function timeConditions(filter: FlightFilter): Fragment[] {
  const { departure_hour, departure_weekday, updated_since } = filter;
  return [
    ...bound("f.departure_delay_minutes >= ?", filter.departure_delay_min),
    ...bound("f.departure_delay_minutes <= ?", filter.departure_delay_max),
    ...bound("f.arrival_delay_minutes >= ?", filter.arrival_delay_min),
    ...bound("f.arrival_delay_minutes <= ?", filter.arrival_delay_max),
    ...bound(`${DEPARTURE_HOUR} = ?`, departure_hour),
    ...bound(`${DEPARTURE_WEEKDAY} = ?`, departure_weekday),
    ...bound(
      "f.updated_at >= ?",
      updated_since === undefined ? undefined : new Date(updated_since),
    ),
  ];
}

/** By the clocks at the departure. */
export const DEPARTURE_HOUR = "CAST(SUBSTRING(f.scheduled_departure_local, 12, 2) AS UNSIGNED)";
/** 1 is Monday. */
export const DEPARTURE_WEEKDAY = "(WEEKDAY(f.flight_date) + 1)";

const bound = (sql: string, value: number | Date | undefined): Fragment[] =>
  value === undefined ? [] : [fragment(sql, value)];

const equal = (column: string, value: string | undefined): Fragment[] =>
  value === undefined ? [] : [fragment(`${column} = ?`, value)];

const oneOf = (column: string, values: readonly string[] | "" | undefined): Fragment[] =>
  values ? [fragment(`${column} IN (?)`, values)] : [];
