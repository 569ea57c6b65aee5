import { z } from "zod";
import { FLIGHT_STATUSES, SERVICE_TYPES, TIME_BASES } from "@/lib/model/flight";
import { ROW_SOURCES } from "@/lib/model/source";

const TIMES = [
  "scheduled_departure",
  "estimated_departure",
  "actual_departure",
  "scheduled_arrival",
  "estimated_arrival",
  "actual_arrival",
];

const timeColumns = TIMES.flatMap((name) =>
  ["local", "utc", "basis"].map((part) => `f.${name}_${part}`),
);

export const FLIGHT_COLUMNS = `f.id, f.carrier, f.number, f.number_text, f.suffix, f.origin, f.destination, f.flight_date,
  f.operation, f.service_type, f.stops, f.status, f.status_code, f.departure_status_code, f.arrival_status_code,
  ${timeColumns.join(", ")}, f.departure_time_zone, f.arrival_time_zone, f.departure_terminal, f.departure_gate,
  f.arrival_terminal, f.arrival_gate, f.aircraft_type, f.registration, f.departure_delay_minutes,
  f.arrival_delay_minutes, f.scheduled_block_minutes, f.actual_block_minutes, f.source, f.version, f.first_seen_at, f.last_seen_at, f.run_id,
  f.payload_id, f.created_at, f.updated_at, f.departs_at`;

const text = z.string().nullable();
/** Where many rows are read at once it stays the text that the driver brings: `2030-05-01 05:10:00`, in UTC. */
const known = z.union([z.date(), z.string()]);
const instant = known.nullable();
const basis = z.enum(TIME_BASES).nullable();
const minutes = z.number().nullable();

export const FlightRow = z.object({
  id: z.number(),
  carrier: z.string(),
  number: z.number(),
  number_text: z.string(),
  suffix: z.string(),
  origin: z.string(),
  destination: z.string(),
  flight_date: z.string(),
  operation: z.string(),
  service_type: z.enum(SERVICE_TYPES),
  stops: z.number(),
  status: z.enum(FLIGHT_STATUSES),
  status_code: text,
  departure_status_code: text,
  arrival_status_code: text,
  scheduled_departure_local: text,
  scheduled_departure_utc: instant,
  scheduled_departure_basis: basis,
  estimated_departure_local: text,
  estimated_departure_utc: instant,
  estimated_departure_basis: basis,
  actual_departure_local: text,
  actual_departure_utc: instant,
  actual_departure_basis: basis,
  scheduled_arrival_local: text,
  scheduled_arrival_utc: instant,
  scheduled_arrival_basis: basis,
  estimated_arrival_local: text,
  estimated_arrival_utc: instant,
  estimated_arrival_basis: basis,
  actual_arrival_local: text,
  actual_arrival_utc: instant,
  actual_arrival_basis: basis,
  departure_time_zone: text,
  arrival_time_zone: text,
  departure_terminal: text,
  departure_gate: text,
  arrival_terminal: text,
  arrival_gate: text,
  aircraft_type: text,
  registration: text,
  departure_delay_minutes: minutes,
  arrival_delay_minutes: minutes,
  scheduled_block_minutes: minutes,
  actual_block_minutes: minutes,
  source: z.enum(ROW_SOURCES),
  version: z.number(),
  first_seen_at: known,
  last_seen_at: known,
  run_id: text,
  payload_id: text,
  created_at: known,
  updated_at: known,
  departs_at: known,
});
export type FlightRow = z.infer<typeof FlightRow>;
