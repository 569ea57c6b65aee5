import type { Flight } from "@/lib/contract/flights";
import type { Designator } from "@/lib/model/flight";
import { formatFlightNumber } from "@/lib/model/flight-number";
import type { FlightRow } from "./flight-row";

type TimeName = `${"scheduled" | "estimated" | "actual"}_${"departure" | "arrival"}`;

/** A stored flight and the other numbers it is sold under as the API shows them. */
export function toFlight(row: FlightRow, codeshares: readonly Designator[]): Flight {
  return {
    id: row.id,
    flight_number: formatFlightNumber({ ...row, numberText: row.number_text }),
    airline_code: row.carrier,
    departure_airport: row.origin,
    arrival_airport: row.destination,
    departure_time: isoOf(row.scheduled_departure_utc),
    arrival_time: isoOf(row.scheduled_arrival_utc),
    flight_status: row.status,
    aircraft_type: row.aircraft_type,
    flight_date: row.flight_date,
    departure: {
      airport_code: row.origin,
      time_zone: row.departure_time_zone,
      scheduled: timeOf(row, "scheduled_departure"),
      estimated: timeOf(row, "estimated_departure"),
      actual: timeOf(row, "actual_departure"),
      delay_minutes: row.departure_delay_minutes,
      terminal: row.departure_terminal,
      gate: row.departure_gate,
      status_code: row.departure_status_code,
    },
    arrival: {
      airport_code: row.destination,
      time_zone: row.arrival_time_zone,
      scheduled: timeOf(row, "scheduled_arrival"),
      estimated: timeOf(row, "estimated_arrival"),
      actual: timeOf(row, "actual_arrival"),
      delay_minutes: row.arrival_delay_minutes,
      terminal: row.arrival_terminal,
      gate: row.arrival_gate,
      status_code: row.arrival_status_code,
    },
    status_code: row.status_code,
    scheduled_block_minutes: row.scheduled_block_minutes,
    actual_block_minutes: row.actual_block_minutes,
    registration: row.registration,
    service_type: row.service_type,
    stops: row.stops,
    operation: row.operation,
    codeshares: codeshares.map((sold) => ({
      // A codeshare without a number is none.
      flight_number: formatFlightNumber(sold) ?? sold.carrier,
      airline_code: sold.carrier,
    })),
    source: row.source,
    version: row.version,
    first_seen_at: toIso(row.first_seen_at),
    last_seen_at: toIso(row.last_seen_at),
    run_id: row.run_id,
    payload_id: row.payload_id,
    created_at: toIso(row.created_at),
    updated_at: toIso(row.updated_at),
  };
}

function timeOf(row: FlightRow, name: TimeName): Flight["departure"]["scheduled"] {
  const local = row[`${name}_local`];
  const basis = row[`${name}_basis`];
  if (local === null || basis === null) return null;
  return { utc: isoOf(row[`${name}_utc`]), local, basis };
}

const isoOf = (at: Date | string | null): string | null => (at === null ? null : toIso(at));

/** Text is cut together rather than made a Date and text again: a list has a thousand instants. */
function toIso(at: Date | string): string {
  if (typeof at !== "string") return at.toISOString();
  const milliseconds = at.length > 19 ? at.slice(19, 23) : ".000";
  return `${at.slice(0, 10)}T${at.slice(11, 19)}${milliseconds}Z`;
}
