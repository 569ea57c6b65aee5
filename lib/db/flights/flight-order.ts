import type { FlightSort } from "@/lib/contract/flights";
import { type OrderTerm, sqlInstant } from "../paging/keyset";
import type { FlightRow } from "./flight-row";

/** What of a flight tells its place in a list. */
export type PlacedFlight = Pick<FlightRow, "id" | "flight_date" | "departs_at">;
type Term = OrderTerm<PlacedFlight>;

const id: Term = { sql: "f.id", kind: "number", of: (row) => row.id };
const day: Term = { sql: "f.flight_date", kind: "day", of: (row) => row.flight_date };
const departure: Term = {
  sql: "f.departs_at",
  kind: "instant",
  // The cursor writes instants to the millisecond, the column to the second.
  of: ({ departs_at: at }) => (typeof at === "string" ? `${at}.000` : sqlInstant(at)),
};
const down = (term: Term): Term => ({ ...term, descending: true });

/** None of these columns is ever null, and day, instant and id are the end of an index of each airport and route. */
export const FLIGHT_ORDERS = {
  id: [id],
  "-id": [down(id)],
  departure_time: [day, departure, id],
  "-departure_time": [down(day), down(departure), down(id)],
} as const satisfies Record<FlightSort, readonly Term[]>;
