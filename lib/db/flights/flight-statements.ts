import { type Fragment, fragment } from "../fragment";
import { insertStatements, takeNew, tuple } from "../insert-rows";
import {
  CHANGING_COLUMNS,
  CODESHARE_COLUMNS,
  EVENT_COLUMNS,
  FLIGHT_COLUMNS,
  type FlightWrites,
} from "./flight-writes";

/** What writes these rows of flights and what hangs on them. What goes goes first, so that its place is free for what comes. */
export const flightStatements = (writes: FlightWrites): Fragment[] => [
  ...removals(writes),
  ...inserts({ table: "flights", columns: FLIGHT_COLUMNS, tuples: writes.added }),
  ...inserts({
    table: "flights",
    columns: FLIGHT_COLUMNS,
    tuples: writes.changed,
    onDuplicate: takeNew(CHANGING_COLUMNS),
  }),
  ...inserts({
    table: "flight_events",
    columns: EVENT_COLUMNS,
    tuples: writes.events,
    onDuplicate: takeNew(EVENT_COLUMNS.slice(2)),
  }),
  ...inserts({
    table: "flight_codeshares",
    columns: CODESHARE_COLUMNS,
    tuples: writes.codeshares,
    onDuplicate: takeNew(["number_text"]),
  }),
  ...redirections(writes),
];

const inserts = (insert: Parameters<typeof insertStatements>[0]): Fragment[] =>
  insertStatements(insert).map((sql) => fragment(sql));

const removals = ({ removed, recodeshared, shortened }: FlightWrites): Fragment[] => [
  ...removal("flights", "id", removed),
  ...removal("flight_events", "flight_id", removed),
  ...removal("flight_codeshares", "flight_id", [...removed, ...recodeshared]),
  ...shortened.map(({ id, length }) =>
    fragment("DELETE FROM flight_events WHERE flight_id = ? AND position >= ?", id, length),
  ),
];

/** The addresses of rows that are gone lead to what they were joined into, also those that led to them before. */
const redirections = ({ removed, redirects }: FlightWrites): Fragment[] => [
  ...redirects.map(({ id, into }) =>
    fragment("UPDATE flight_redirects SET flight_id = ? WHERE flight_id = ?", into, id),
  ),
  ...inserts({
    table: "flight_redirects",
    columns: ["id", "flight_id"],
    tuples: redirects.map(({ id, into }) => tuple([id, into])),
  }),
  // Those that still lead to a row that is gone: it was joined into nothing.
  ...removal("flight_redirects", "flight_id", removed),
];

const removal = (table: string, column: "id" | "flight_id", ids: readonly number[]): Fragment[] =>
  ids.length === 0 ? [] : [fragment(`DELETE FROM ${table} WHERE ${column} IN (?)`, ids)];
