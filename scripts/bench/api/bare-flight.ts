/** A row of flights as the driver gives it: dates as text in UTC. */
export type BareRow = Record<string, string | number | null>;

const iso = (text: unknown): string | null =>
  typeof text === "string"
    ? `${text.slice(0, 10)}T${text.slice(11)}${text.length === 19 ? ".000" : ""}Z`
    : null;

const flightNumber = ({ carrier, number, number_text, suffix }: BareRow): string | null =>
  number === 0 ? null : `${carrier}${number_text}${suffix}`;

function time(row: BareRow, name: string) {
  const local = row[`${name}_local`];
  const basis = row[`${name}_basis`];
  if (local === null || basis === null) return null;
  return { utc: iso(row[`${name}_utc`]), local, basis };
}

const side = (row: BareRow, name: "departure" | "arrival", airport: unknown) => ({
  airport_code: airport,
  time_zone: row[`${name}_time_zone`],
  scheduled: time(row, `scheduled_${name}`),
  estimated: time(row, `estimated_${name}`),
  actual: time(row, `actual_${name}`),
  delay_minutes: row[`${name}_delay_minutes`],
  terminal: row[`${name}_terminal`],
  gate: row[`${name}_gate`],
  status_code: row[`${name}_status_code`],
});

/** A flight as the API shows it, by the shortest way there is: no checks, no Dates. */
export const bareFlight = (row: BareRow, codeshares: readonly BareRow[]) => ({
  id: row.id,
  flight_number: flightNumber(row),
  airline_code: row.carrier,
  departure_airport: row.origin,
  arrival_airport: row.destination,
  departure_time: iso(row.scheduled_departure_utc),
  arrival_time: iso(row.scheduled_arrival_utc),
  flight_status: row.status,
  aircraft_type: row.aircraft_type,
  flight_date: row.flight_date,
  departure: side(row, "departure", row.origin),
  arrival: side(row, "arrival", row.destination),
  status_code: row.status_code,
  scheduled_block_minutes: row.scheduled_block_minutes,
  actual_block_minutes: row.actual_block_minutes,
  registration: row.registration,
  service_type: row.service_type,
  stops: row.stops,
  operation: row.operation,
  codeshares: codeshares.map((sold) => ({
    flight_number: flightNumber(sold) ?? sold.carrier,
    airline_code: sold.carrier,
  })),
  source: row.source,
  version: row.version,
  first_seen_at: iso(row.first_seen_at),
  last_seen_at: iso(row.last_seen_at),
  run_id: row.run_id,
  payload_id: row.payload_id,
  created_at: iso(row.created_at),
  updated_at: iso(row.updated_at),
});
