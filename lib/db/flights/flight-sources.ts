import { z } from "zod";
import type { FlightFilter } from "@/lib/contract/flight-filter";
import { allOf, type Fragment, fragment } from "../fragment";
import { query } from "../query";
import { flightConditions, flightsAmong, flightTables } from "./flight-conditions";
import { airlinesIn, airportsIn, numbersIn } from "./flight-search";
import { isShort } from "./flight-span";

/** A way to flights that one index serves: tables with `flights f` among them, and conditions. */
export type FlightSource = { tables: Fragment; where: Fragment };

/** An airline with fewer flights than this is rare: its flights are collected, where those of others are met on the way. */
const RARE = 10_000;

/** Ways that together lead to all flights that match; to some by more than one. At least one of each. */
export type FlightWays = {
  /** Each is read in the order of the list. */
  read: FlightSource[];
  /** For counting, which needs no order. */
  count: FlightSource[];
};

export async function flightWays(filter: FlightFilter): Promise<FlightWays> {
  const rare = await rareFlights(filter);
  if (rare) return same([{ tables: flightsAmong([rare]), where: flightConditions(filter) }]);
  const tables = flightTables(filter);
  const where = flightConditions(filter);
  if (isPlaced(filter)) return same([{ tables, where }]);
  const [airport] = airportsIn(filter);
  if (airport !== undefined) {
    // In one condition no index would give the order of departure.
    const sides = ["f.origin = ?", "f.destination = ?"];
    return same(sides.map((side) => ({ tables, where: allOf([fragment(side, airport), where]) })));
  }
  const [airline] = filter.flight_date === undefined ? airlinesIn(filter) : [];
  const read = [{ tables, where }];
  return { read, count: airline === undefined ? read : flightsOf(airline, filter) };
}

const same = (sources: FlightSource[]): FlightWays => ({ read: sources, count: sources });

/** The flights that an airline operates and those that it sells, each by an index of airlines. */
function flightsOf(airline: string, filter: FlightFilter): FlightSource[] {
  const others = flightConditions({
    ...filter,
    airline_code: undefined,
    q: filter.q === airline ? undefined : filter.q,
  });
  return [
    { tables: flightTables({}), where: allOf([fragment("f.carrier = ?", airline), others]) },
    {
      tables: fragment("flight_codeshares s JOIN flights f ON f.id = s.flight_id"),
      where: allOf([fragment("s.carrier = ?", airline), others]),
    },
  ];
}

/** Whether another filter leads to the flights by an index of its own. */
const isPlaced = (filter: FlightFilter): boolean =>
  filter.departure_airport !== undefined ||
  filter.arrival_airport !== undefined ||
  numbersIn(filter).length > 0;

/** The ids of all flights of an airline that is asked for and rare; null where none is, or where they are few anyway. */
async function rareFlights(filter: FlightFilter): Promise<Fragment | null> {
  if (filter.flight_date !== undefined || numbersIn(filter).length > 0) return null;
  for (const { ids, isCommon } of airlineFlights(filter)) {
    const [found] = await query(z.object({ rows: z.number() }), isCommon.sql, isCommon.params);
    if ((found?.rows ?? 0) < RARE) return ids;
  }
  return null;
}

type AirlineFlights = { ids: Fragment; isCommon: Fragment };

function airlineFlights(filter: FlightFilter): AirlineFlights[] {
  const { operating_airline, marketing_airline } = filter;
  const operated = (carrier: string) =>
    fragment("SELECT id FROM flights WHERE carrier = ?", carrier);
  const sold = (carrier: string) =>
    fragment("SELECT DISTINCT flight_id AS id FROM flight_codeshares WHERE carrier = ?", carrier);
  return [
    ...(operating_airline === undefined ? [] : [among(operated(operating_airline))]),
    ...(marketing_airline === undefined ? [] : [among(sold(marketing_airline))]),
    ...airlinesIn(filter).map((carrier) => among(operated(carrier), sold(carrier))),
  ];
}

const params = (parts: readonly Fragment[]) => parts.flatMap((part) => part.params);

/** Flights of any of these sets. They are counted no further than it takes to know whether they are many. */
function among(...sets: readonly Fragment[]): AirlineFlights {
  const counts = sets.map(({ sql }) => `(SELECT COUNT(*) FROM (${sql} LIMIT ${RARE}) c)`);
  return {
    ids: { sql: sets.map(({ sql }) => sql).join(" UNION "), params: params(sets) },
    isCommon: { sql: `SELECT ${counts.join(" + ")} AS \`rows\``, params: params(sets) },
  };
}

/** Whether all that matches lies close together in the order of departure, so that this order costs nothing. */
export const hasDepartureOrder = (filter: FlightFilter): boolean =>
  isPlaced(filter) || airportsIn(filter).length > 0 || isShort(filter);
