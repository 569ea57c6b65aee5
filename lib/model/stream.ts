import type { WindowMode } from "./coverage";

/** What we collect from Lufthansa, one word a kind of answer. The order is the order of a first round. */
export const REFERENCE_STREAMS = [
  "countries",
  "airlines",
  "aircraft",
  "cities",
  "airports",
] as const;
export type ReferenceStream = (typeof REFERENCE_STREAMS)[number];

/**
 * What is asked of flights, weakest first: where two answers were observed at the same instant, the later in this list
 * wins. Only flight status sends UTC.
 */
export const FLIGHT_STREAMS = ["schedules", "flight-information", "flight-status"] as const;
export type FlightStream = (typeof FLIGHT_STREAMS)[number];

/** Who says something of a flight: a stream, or a person, whose word outranks theirs. Nothing is collected from a person. */
export const FLIGHT_VOICES = [...FLIGHT_STREAMS, "manual"] as const;
export type FlightVoice = (typeof FLIGHT_VOICES)[number];

export const STREAMS = [...REFERENCE_STREAMS, ...FLIGHT_STREAMS] as const;
export type StreamName = (typeof STREAMS)[number];

export const isFlightStream = (stream: StreamName): stream is FlightStream =>
  FLIGHT_STREAMS.some((name) => name === stream);

/** Flights of tracked routes or airports (or of those named), over a span of local days. */
export type FlightScope = {
  kind: "flights";
  /** `tracked`, or names: a route (`FRA-LHR`) or an airport (`FRA`). */
  of: "tracked" | readonly string[];
  /** First and last local day, `2030-05-01`; both null for `live`, which asks for what holds now. */
  from: string | null;
  to: string | null;
  mode: WindowMode;
};

/** What a run is asked to cover: the whole list, single codes (`/mds-references/airports/FRA`), or flights. */
export type ReferenceScope = { kind: "list" } | { kind: "codes"; codes: readonly string[] };
export type Scope = ReferenceScope | FlightScope;

export const LIST_SCOPE: ReferenceScope = { kind: "list" };
