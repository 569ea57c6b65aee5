import type { FlightScope, FlightStream } from "@/lib/model/stream";

const FLIGHT = "f.flight_date, f.carrier, f.number, f.suffix, f.origin, f.destination, f.operation";

/** What a sync of flights leaves, by what flights are known by: without ids, clock times, and what names an answer. */
export const FLIGHT_ROWS = {
  flights: `SELECT ${FLIGHT}, f.number_text, f.service_type, f.stops, f.status, f.status_code,
    f.departure_status_code, f.arrival_status_code, f.scheduled_departure_local, f.scheduled_departure_utc,
    f.scheduled_departure_basis, f.estimated_departure_local, f.estimated_departure_utc, f.actual_departure_local,
    f.actual_departure_utc, f.actual_departure_basis, f.scheduled_arrival_local, f.scheduled_arrival_utc,
    f.scheduled_arrival_basis, f.estimated_arrival_local, f.estimated_arrival_utc, f.actual_arrival_local,
    f.actual_arrival_utc, f.actual_arrival_basis, f.departure_time_zone, f.arrival_time_zone, f.departure_terminal,
    f.departure_gate, f.arrival_terminal, f.arrival_gate, f.aircraft_type, f.registration, f.departure_delay_minutes,
    f.arrival_delay_minutes, f.scheduled_block_minutes, f.actual_block_minutes, f.source
    FROM flights f ORDER BY ${FLIGHT}`,
  codeshares: `SELECT ${FLIGHT}, c.carrier AS sold_by, c.number AS sold_as, c.suffix AS sold_suffix, c.number_text
    FROM flight_codeshares c JOIN flights f ON f.id = c.flight_id ORDER BY ${FLIGHT}, c.carrier, c.number, c.suffix`,
  events: `SELECT ${FLIGHT}, e.position, e.field, e.old_value, e.new_value, e.stream
    FROM flight_events e JOIN flights f ON f.id = e.flight_id ORDER BY ${FLIGHT}, e.position`,
  coverage: `SELECT stream, scope, window_key, place, day, starts_at, ends_at, state, settled, expected, fetched
    FROM coverage ORDER BY stream, scope, window_key`,
} as const;

/** What the runs leave besides: the ledger, and what was observed. An interrupted window was truly asked twice, and loaded once. */
export const RUN_ROWS = {
  observations: `SELECT flight_date, origin, destination, carrier, number, suffix, stream, window_name, item, said
    FROM flight_observations ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
  answers: "SELECT stream, window_name FROM flight_window_answers ORDER BY 1, 2",
  rejects: `SELECT stream, rule, record_key, sample_hash, field, value, message, seen_count FROM rejects
    ORDER BY 1, 2, 3, 4`,
  drift: "SELECT stream, kind, path, found, seen_count FROM drift ORDER BY 1, 2, 3, 4",
  runs: `SELECT stream, scope, task, run_trigger, status, message, finished_at IS NULL AS unfinished FROM sync_runs
    ORDER BY 1, 2`,
  windows: `SELECT stream, scope, window_key, position, plan, state, expected, fetched, inserted, updated, unchanged,
    rejected, message FROM sync_windows ORDER BY 1, 2, 3`,
} as const;

/** A local day so many days from today (UTC), for tests that run against the real clock. */
export const dayFromToday = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A daily sync in small: schedules of days that have not begun anywhere, and boards of one that is settled everywhere. */
export function smallDay(names: {
  routes: readonly string[];
  airports: readonly string[];
}): { stream: FlightStream; scope: FlightScope }[] {
  const scope = (of: readonly string[], from: number, to: number): FlightScope => ({
    kind: "flights",
    of,
    from: dayFromToday(from),
    to: dayFromToday(to),
    mode: "missing",
  });
  return [
    { stream: "schedules", scope: scope(names.routes, 2, 3) },
    { stream: "flight-status", scope: scope(names.airports, -2, -2) },
  ];
}
