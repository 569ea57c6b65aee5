import type { FlightRecord } from "@/lib/model/flight";
import { tuple, type Value } from "../insert-rows";
import {
  type FlightDifference,
  flightName,
  toCodeshareCells,
  toEventCells,
} from "./compare-flight";
import { DERIVED_COLUMNS, KEY_COLUMNS, KNOWN_COLUMNS, SEEN_COLUMNS } from "./flight-columns";
import type { FlightFate } from "./regroup";
import type { CodeshareCells, EventCells, StoredFlight } from "./stored-flight";

const CELLS = [...KEY_COLUMNS, ...KNOWN_COLUMNS, ...DERIVED_COLUMNS, ...SEEN_COLUMNS];

export const FLIGHT_COLUMNS = [
  "id",
  "version",
  "run_id",
  "created_at",
  "updated_at",
  ...CELLS.map(({ name }) => name),
];
/** What a new version overwrites: all but the id and when it was made. */
export const CHANGING_COLUMNS = FLIGHT_COLUMNS.filter(
  (name) => !["id", "created_at"].includes(name),
);

export const EVENT_COLUMNS = [
  "flight_id",
  "position",
  "field",
  "old_value",
  "new_value",
  "observed_at",
  "stream",
  "payload_id",
] as const;
export const CODESHARE_COLUMNS = [
  "flight_id",
  "carrier",
  "number",
  "suffix",
  "number_text",
] as const;

/** Rows that are to be written together, by table, as they stand in a statement. */
export type FlightWrites = {
  added: string[];
  changed: string[];
  events: string[];
  codeshares: string[];
  /** Events from this position on are no more. */
  shortened: { id: number; length: number }[];
  /** Flights of which a codeshare is no more: theirs are all written again. */
  recodeshared: number[];
  removed: number[];
  redirects: { id: number; into: number }[];
};

export type LoadMark = { runId: string | null; now: Date };

export const noWrites = (): FlightWrites => ({
  added: [],
  changed: [],
  events: [],
  codeshares: [],
  shortened: [],
  recodeshared: [],
  removed: [],
  redirects: [],
});

/** Adds what the fates of one group come to. `nextId` gives a new row its id. */
export function addFates(
  writes: FlightWrites,
  fates: readonly FlightFate[],
  mark: LoadMark,
  nextId: () => number,
): void {
  const ids = new Map<string, number>();
  for (const fate of fates) {
    if (fate.kind === "gone") continue;
    const id = fate.kind === "added" ? nextId() : fate.stored.id;
    ids.set(flightName(fate.record), id);
    write(writes, id, fate, mark);
  }
  for (const fate of fates) {
    if (fate.kind !== "gone") continue;
    const into = fate.into && ids.get(flightName(fate.into));
    if (into) writes.redirects.push({ id: fate.stored.id, into });
    writes.removed.push(fate.stored.id);
  }
}

function write(
  writes: FlightWrites,
  id: number,
  fate: Exclude<FlightFate, { kind: "gone" }>,
  mark: LoadMark,
): void {
  if (fate.kind === "added") add(writes, id, fate.record, mark);
  if (fate.kind === "changed") change(writes, fate.stored, fate, mark);
  if (fate.kind === "seen") writes.changed.push(toRow(fate.stored, fate.record));
}

function add(writes: FlightWrites, id: number, record: FlightRecord, mark: LoadMark): void {
  writes.added.push(
    toRow({ id, version: 1, runId: mark.runId, createdAt: mark.now, updatedAt: mark.now }, record),
  );
  for (const [position, event] of record.events.entries()) {
    writes.events.push(toEventRow(id, toEventCells(event, position)));
  }
  for (const codeshare of record.codeshares) writes.codeshares.push(toCodeshareRow(id, codeshare));
}

function change(
  writes: FlightWrites,
  stored: StoredFlight,
  { record, difference }: { record: FlightRecord; difference: FlightDifference },
  mark: LoadMark,
): void {
  const { id } = stored;
  const version = stored.version + 1;
  const { events, codeshares } = difference;
  writes.changed.push(
    toRow(
      { id, version, runId: mark.runId, createdAt: stored.createdAt, updatedAt: mark.now },
      record,
    ),
  );
  for (const event of events.changed) writes.events.push(toEventRow(id, event));
  if (events.shorter) writes.shortened.push({ id, length: events.length });
  if (codeshares.gone) writes.recodeshared.push(id);
  const written = codeshares.gone ? record.codeshares.map(toCodeshareCells) : codeshares.changed;
  for (const codeshare of written) writes.codeshares.push(toCodeshareRow(id, codeshare));
}

type RowMark = {
  id: number;
  version: number;
  runId: string | null;
  createdAt: Date | string;
  updatedAt: Date | string;
};

function toRow(mark: RowMark, record: FlightRecord): string {
  const row: Value[] = [mark.id, mark.version, mark.runId, mark.createdAt, mark.updatedAt];
  for (const { read } of CELLS) row.push(read(record));
  return tuple(row);
}

const toEventRow = (id: number, event: EventCells): string =>
  tuple([
    id,
    event.position,
    event.field,
    event.oldValue,
    event.newValue,
    event.observedAt,
    event.stream,
    event.payloadId,
  ]);

const toCodeshareRow = (
  id: number,
  { carrier, number, suffix, numberText }: CodeshareCells,
): string => tuple([id, carrier, number, suffix, numberText]);
