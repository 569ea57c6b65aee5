import { z } from "zod";
import { FlightEventRow } from "@/lib/contract/flight-events";
import { toSnakeCase } from "@/lib/model/snake-case";
import { type Fragment, fragment } from "../fragment";

export const EVENT_COLUMNS =
  "p.position, p.field, p.old_value, p.new_value, p.observed_at, p.stream, p.payload_id";

export const EventRow = FlightEventRow.extend({ field: z.string(), observed_at: z.date() });
type EventRow = z.infer<typeof EventRow>;

/** A stored event as the API shows it. */
export const toEvent = (row: EventRow): FlightEventRow => ({
  position: row.position,
  field: toSnakeCase(row.field),
  old_value: row.old_value,
  new_value: row.new_value,
  observed_at: row.observed_at.toISOString(),
  stream: row.stream,
  payload_id: row.payload_id,
});

/** What an event must be, on `flight_events p`. `field` is named as the API does. */
export const eventConditions = (field: string | undefined): Fragment =>
  field === undefined ? fragment("TRUE") : fragment("p.field = ?", toCamelCase(field));

const toCamelCase = (name: string): string =>
  name.replaceAll(/_[a-z]/g, (letter) => letter.charAt(1).toUpperCase());
