import type { FlightEvent, FlightKey, FlightRecord } from "@/lib/model/flight";
import { fitText } from "../fit-text";
import { type Cell, KEY_COLUMNS, KNOWN_COLUMNS, SEEN_COLUMNS } from "./flight-columns";
import type { CodeshareCells, EventCells, StoredFlight } from "./stored-flight";

const EVENT_VALUE_WIDTH = 40;

/** What a flight is known by, as one text. */
export const flightName = (flight: FlightKey): string =>
  `${flight.carrier} ${flight.number} ${flight.suffix} ${flight.origin} ${flight.destination} ${flight.flightDate} ${flight.operation}`;

/** The same text, of a stored flight. */
export const storedName = ({ cells }: StoredFlight): string =>
  KEY_COLUMNS.map(({ name }) => String(cells[name])).join(" ");

/** A field that is stored otherwise than it adds up to. */
export type FieldChange = { field: string; from: Cell; to: Cell };

/** What must be written so that a stored flight is what its observations add up to. */
export type FlightDifference = {
  known: readonly FieldChange[];
  /** When it was seen, and by which answer: no new version. */
  seen: boolean;
  events: { changed: readonly EventCells[]; length: number; shorter: boolean };
  codeshares: { changed: readonly CodeshareCells[]; gone: boolean };
};

export function compareFlight(stored: StoredFlight, record: FlightRecord): FlightDifference {
  const known: FieldChange[] = [];
  for (const { name, read } of KNOWN_COLUMNS) {
    const from = stored.cells[name] ?? null;
    const to = read(record);
    if (from !== to) known.push({ field: name, from, to });
  }
  const events = record.events.map(toEventCells);
  const codeshares = record.codeshares.map(toCodeshareCells);
  return {
    known,
    seen: SEEN_COLUMNS.some(({ name, read }) => stored.cells[name] !== read(record)),
    events: {
      changed: events.filter((event, index) => !isSameEvent(event, stored.events[index])),
      length: events.length,
      shorter: events.length < stored.events.length,
    },
    codeshares: compareCodeshares(stored.codeshares, codeshares),
  };
}

/** Whether readers see something else than before. */
export const isChanged = ({ known, events, codeshares }: FlightDifference): boolean =>
  known.length > 0 ||
  events.changed.length > 0 ||
  events.shorter ||
  codeshares.changed.length > 0 ||
  codeshares.gone;

export const toEventCells = (event: FlightEvent, position: number): EventCells => ({
  ...event,
  position,
  oldValue: event.oldValue === null ? null : fitText(event.oldValue, EVENT_VALUE_WIDTH),
  newValue: event.newValue === null ? null : fitText(event.newValue, EVENT_VALUE_WIDTH),
});

export const toCodeshareCells = ({
  carrier,
  number,
  suffix,
  numberText,
}: CodeshareCells): CodeshareCells => ({ carrier, number, suffix, numberText });

const isSameEvent = (one: EventCells, other: EventCells | undefined): boolean =>
  other !== undefined &&
  one.field === other.field &&
  one.oldValue === other.oldValue &&
  one.newValue === other.newValue &&
  one.stream === other.stream &&
  one.payloadId === other.payloadId &&
  one.observedAt.getTime() === other.observedAt.getTime();

function compareCodeshares(
  stored: readonly CodeshareCells[],
  wanted: readonly CodeshareCells[],
): FlightDifference["codeshares"] {
  const before = new Map(stored.map((each) => [codeshareName(each), each.numberText]));
  const after = new Set(wanted.map(codeshareName));
  return {
    changed: wanted.filter((each) => before.get(codeshareName(each)) !== each.numberText),
    gone: stored.some((each) => !after.has(codeshareName(each))),
  };
}

const codeshareName = ({ carrier, number, suffix }: CodeshareCells): string =>
  `${carrier} ${number} ${suffix}`;
