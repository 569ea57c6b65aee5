import { z } from "zod";
import {
  type Cell,
  type FlightColumn,
  KEY_COLUMNS,
  KNOWN_COLUMNS,
  SEEN_COLUMNS,
} from "./flight-columns";
import type { FlightGroup } from "./flight-group";

/** An event of a flight as it is stored; `position` is its place in the flight's list of them, from 0. */
export type EventCells = {
  position: number;
  field: string;
  oldValue: string | null;
  newValue: string | null;
  observedAt: Date;
  stream: string;
  payloadId: string | null;
};

/** Another number of a flight as it is stored. */
export type CodeshareCells = {
  carrier: string;
  number: number;
  suffix: string;
  numberText: string;
};

/** A flight as it is stored, with what hangs on it. */
export type StoredFlight = FlightGroup & {
  id: number;
  version: number;
  runId: string | null;
  /** Instants as the database writes them. */
  createdAt: string;
  updatedAt: string;
  cells: Readonly<Record<string, Cell>>;
  events: readonly EventCells[];
  codeshares: readonly CodeshareCells[];
};

const CELL_COLUMNS = [...KEY_COLUMNS, ...KNOWN_COLUMNS, ...SEEN_COLUMNS];

export const FlightRow = z
  .object({
    id: z.number(),
    version: z.number(),
    carrier: z.string(),
    origin: z.string(),
    destination: z.string(),
    flight_date: z.string(),
    run_id: z.string().nullable(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .catchall(z.union([z.string(), z.number()]).nullable());

const toSelected = ({ name, kind }: FlightColumn): string =>
  kind === "instant" ? `CAST(${name} AS CHAR) AS ${name}` : name;

/** What is selected of a flight. Instants as text: they are compared, not calculated with. */
export const FLIGHT_SELECT = [
  "id, version, run_id",
  "CAST(created_at AS CHAR) AS created_at, CAST(updated_at AS CHAR) AS updated_at",
  ...CELL_COLUMNS.map(toSelected),
].join(", ");
