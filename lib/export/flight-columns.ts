import type { Flight } from "@/lib/contract/flights";
import { type Column, column, type FieldColumns } from "./column";

const plain = column("plain");
const text = column("text");
const integer = column("integer");
const instant = column("instant");

/** Every field of a flight flat, each moment with its instant, wall time and basis. */
export const FLIGHT_COLUMNS: FieldColumns<Flight> = {
  id: [column("long")("id", ({ id }) => id)],
  flight_number: [text("flight_number", (flight) => flight.flight_number)],
  airline_code: [text("airline_code", (flight) => flight.airline_code)],
  departure_airport: [text("departure_airport", (flight) => flight.departure_airport)],
  arrival_airport: [text("arrival_airport", (flight) => flight.arrival_airport)],
  departure_time: [instant("departure_time", (flight) => flight.departure_time)],
  arrival_time: [instant("arrival_time", (flight) => flight.arrival_time)],
  flight_status: [plain("flight_status", (flight) => flight.flight_status)],
  aircraft_type: [text("aircraft_type", (flight) => flight.aircraft_type)],
  flight_date: [column("day")("flight_date", (flight) => flight.flight_date)],
  departure: sideColumns("departure"),
  arrival: sideColumns("arrival"),
  status_code: [text("status_code", (flight) => flight.status_code)],
  scheduled_block_minutes: [
    integer("scheduled_block_minutes", (flight) => flight.scheduled_block_minutes),
  ],
  actual_block_minutes: [integer("actual_block_minutes", (flight) => flight.actual_block_minutes)],
  registration: [text("registration", (flight) => flight.registration)],
  service_type: [plain("service_type", (flight) => flight.service_type)],
  stops: [integer("stops", (flight) => flight.stops)],
  operation: [text("operation", (flight) => flight.operation)],
  codeshares: [
    text("codeshares", ({ codeshares }) =>
      codeshares.map(({ flight_number }) => flight_number).join(" "),
    ),
  ],
  source: [plain("source", ({ source }) => source)],
  version: [integer("version", ({ version }) => version)],
  first_seen_at: [instant("first_seen_at", (flight) => flight.first_seen_at)],
  last_seen_at: [instant("last_seen_at", (flight) => flight.last_seen_at)],
  run_id: [plain("run_id", (flight) => flight.run_id)],
  payload_id: [plain("payload_id", (flight) => flight.payload_id)],
  created_at: [instant("created_at", (flight) => flight.created_at)],
  updated_at: [instant("updated_at", (flight) => flight.updated_at)],
};

/** The airport's code is a column already. */
function sideColumns(side: "departure" | "arrival"): Column<Flight>[] {
  const moments = (["scheduled", "estimated", "actual"] as const).flatMap((moment) => [
    instant(`${side}_${moment}_utc`, (flight: Flight) => flight[side][moment]?.utc ?? null),
    column("wall_time")(
      `${side}_${moment}_local`,
      (flight: Flight) => flight[side][moment]?.local ?? null,
    ),
    plain(`${side}_${moment}_basis`, (flight: Flight) => flight[side][moment]?.basis ?? null),
  ]);
  return [
    text(`${side}_time_zone`, (flight) => flight[side].time_zone),
    ...moments,
    integer(`${side}_delay_minutes`, (flight) => flight[side].delay_minutes),
    text(`${side}_terminal`, (flight) => flight[side].terminal),
    text(`${side}_gate`, (flight) => flight[side].gate),
    text(`${side}_status_code`, (flight) => flight[side].status_code),
  ];
}
