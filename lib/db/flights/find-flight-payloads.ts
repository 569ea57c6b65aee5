import { z } from "zod";
import type { FlightPayload } from "@/lib/contract/flight-payloads";
import type { FlightTime, ObservedFlight } from "@/lib/model/flight";
import { formatFlightNumber } from "@/lib/model/flight-number";
import { toSnakeCase } from "@/lib/model/snake-case";
import { query } from "../query";
import { leadsTo } from "./find-flight";
import { inGroups } from "./flight-group";
import { OBSERVATION_COLUMNS, ObservationRow, toObservedFlight } from "./observation-rows";
import { observationsOf } from "./read-group";

const KeyRow = z.object({
  flight_date: z.string(),
  origin: z.string(),
  destination: z.string(),
  carrier: z.string(),
  number: z.number(),
  suffix: z.string(),
  operation: z.string(),
});

/** What each answer, or a person, says of a flight, oldest first; null when there is no such flight. */
export async function findFlightPayloads(id: number): Promise<FlightPayload[] | null> {
  const [flight] = await query(
    KeyRow,
    `SELECT flight_date, origin, destination, carrier, number, suffix, operation FROM flights
     WHERE id = ?`,
    [await leadsTo(id)],
  );
  if (!flight) return null;
  const { flight_date, origin, destination, carrier, ...cells } = flight;
  const group = inGroups([{ flightDate: flight_date, origin, destination, carrier }]);
  const rows = await query(
    ObservationRow,
    `SELECT ${OBSERVATION_COLUMNS.join(", ")} FROM flight_observations WHERE ${group.sql}`,
    group.params,
  );
  return observationsOf(rows.map(toObservedFlight), { cells }).map(toPayload);
}

function toPayload(observed: ObservedFlight): FlightPayload {
  const isPerson = observed.stream === "manual";
  return {
    stream: observed.stream,
    observed_at: observed.observedAt.toISOString(),
    payload_id: isPerson ? null : observed.payloadId,
    item: observed.item,
    window: isPerson ? null : observed.window,
    flight_number: formatFlightNumber(observed),
    codeshares: observed.codeshares.map((sold) => formatFlightNumber(sold) ?? sold.carrier),
    said: Object.fromEntries(
      Object.entries(observed.said).flatMap(([field, value]) =>
        value === null ? [] : [[toSnakeCase(field), toShown(value)]],
      ),
    ),
  };
}

const toShown = (value: FlightTime | string | number): FlightPayload["said"][string] =>
  typeof value === "object"
    ? { ...value, utc: value.utc && new Date(value.utc).toISOString() }
    : value;
