import {
  type FlightRecord,
  type FlightTime,
  TEXT_FIELDS,
  type TextField,
  TIME_FIELDS,
} from "@/lib/model/flight";
import { fitText } from "../fit-text";

/** One value as its column gives it back: instants as text in UTC, so that equal ones compare equal. */
export type Cell = string | number | null;

const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Names for people are cut to fit their columns. */
const TEXT_WIDTHS: { readonly [Field in TextField]?: number } = {
  departureTerminal: 10,
  departureGate: 10,
  arrivalTerminal: 10,
  arrivalGate: 10,
};

/** Codes that are longer than the column, or no ASCII, are none: they count as not said. */
const CODE_WIDTHS: { readonly [Field in TextField]?: number } = {
  aircraftType: 4,
  registration: 10,
  departureTimeZone: 40,
  arrivalTimeZone: 40,
  statusCode: 8,
  departureStatusCode: 8,
  arrivalStatusCode: 8,
};

export type FlightColumn = {
  name: string;
  /** How the column is read back: instants as text. */
  kind: "text" | "number" | "instant";
  read: (record: FlightRecord) => Cell;
};

const text = (name: string, read: FlightColumn["read"]): FlightColumn => ({
  name,
  kind: "text",
  read,
});
const number = (name: string, read: FlightColumn["read"]): FlightColumn => ({
  name,
  kind: "number",
  read,
});
const instant = (name: string, read: FlightColumn["read"]): FlightColumn => ({
  name,
  kind: "instant",
  read,
});

const timeColumns: readonly FlightColumn[] = TIME_FIELDS.flatMap((field) => {
  const at = (read: (time: FlightTime) => Cell) => (record: FlightRecord) => {
    const time = record.said[field];
    return time ? read(time) : null;
  };
  return [
    text(
      `${snake(field)}_local`,
      at(({ local }) => local),
    ),
    instant(
      `${snake(field)}_utc`,
      at(({ utc }) => utc && sqlInstant(utc)),
    ),
    text(
      `${snake(field)}_basis`,
      at(({ basis }) => basis),
    ),
  ];
});

const textColumns: readonly FlightColumn[] = TEXT_FIELDS.map((field) =>
  text(snake(field), ({ said }) => fitted(field, said[field])),
);

function fitted(field: TextField, value: string | null): string | null {
  if (value === null) return null;
  const width = TEXT_WIDTHS[field];
  if (width) return fitText(value, width);
  return value.length <= (CODE_WIDTHS[field] ?? 0) && CODE.test(value) ? value : null;
}

const CODE = /^[\x21-\x7e]+$/;

/** `2030-05-01T05:10Z` as a DATETIME is read: `2030-05-01 05:10:00`. */
const sqlInstant = (utc: string): string => `${utc.slice(0, 10)} ${utc.slice(11, 16)}:00`;

/** The columns of what a flight is known by. */
export const KEY_COLUMNS: readonly FlightColumn[] = [
  text("carrier", ({ carrier }) => carrier),
  number("number", (record) => record.number),
  text("suffix", ({ suffix }) => suffix),
  text("origin", ({ origin }) => origin),
  text("destination", ({ destination }) => destination),
  text("flight_date", ({ flightDate }) => flightDate),
  text("operation", ({ operation }) => operation),
];

/** The columns of what is known of it. A change of one is a new version of the row. */
export const KNOWN_COLUMNS: readonly FlightColumn[] = [
  text("number_text", ({ numberText }) => numberText),
  text("source", ({ source }) => source),
  text("service_type", ({ said }) => said.serviceType),
  number("stops", ({ said }) => said.stops),
  text("status", ({ said }) => said.status),
  ...timeColumns,
  ...textColumns,
  number("departure_delay_minutes", (record) => record.departureDelayMinutes),
  number("arrival_delay_minutes", (record) => record.arrivalDelayMinutes),
  number("scheduled_block_minutes", (record) => record.scheduledBlockMinutes),
  number("actual_block_minutes", (record) => record.actualBlockMinutes),
];

/** The columns that follow from those: never read back, nor compared. */
export const DERIVED_COLUMNS: readonly FlightColumn[] = [
  instant("departs_at", ({ said: { scheduledDeparture: at } }) =>
    at ? sqlInstant(at.utc ?? at.local) : null,
  ),
];

/** The columns of when it was seen: they move with each answer, also with one that says nothing new. */
export const SEEN_COLUMNS: readonly FlightColumn[] = [
  instant("first_seen_at", ({ firstSeenAt }) => sqlMoment(firstSeenAt)),
  instant("last_seen_at", ({ lastSeenAt }) => sqlMoment(lastSeenAt)),
  text("payload_id", ({ payloadId }) => payloadId),
];

/** An instant as a DATETIME(3) is read: `2030-05-01 05:10:00.000`. */
export const sqlMoment = (at: Date): string => at.toISOString().replace("T", " ").replace("Z", "");
