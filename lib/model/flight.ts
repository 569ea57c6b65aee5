import type { RowSource } from "./source";
import type { FlightStream, FlightVoice } from "./stream";

/**
 * How a flight stands. `departed` and `landed` only when the source confirms it (DP, LD); `withdrawn`: scheduled before, and
 * a later complete answer of the same window has it no longer.
 */
export const FLIGHT_STATUSES = [
  "scheduled",
  "departed",
  "landed",
  "cancelled",
  "diverted",
  "rerouted",
  "withdrawn",
  "unknown",
] as const;
export type FlightStatus = (typeof FLIGHT_STATUSES)[number];

export const SERVICE_TYPES = ["air", "rail", "bus", "other"] as const;
export type ServiceType = (typeof SERVICE_TYPES)[number];

/**
 * How the UTC instant of a time is known. `sent`: by the source, or by a person; `derived`: from the airport's zone (and, in the hour that
 * comes twice, from the block time); `earlier`: the hour comes twice and nothing decides, so the first one; `shifted`: the
 * wall time does not exist that night and was moved forward by the gap; `no_zone`: the airport has no zone, so there is none.
 */
export const TIME_BASES = ["sent", "derived", "earlier", "shifted", "no_zone"] as const;
export type TimeBasis = (typeof TIME_BASES)[number];

/** A moment at an airport, to the minute: wall time `2030-05-01T07:10` there, and the same as a UTC instant `2030-05-01T05:10Z`. */
export type FlightTime = { local: string; utc: string | null; basis: TimeBasis };

export const TIME_FIELDS = [
  "scheduledDeparture",
  "estimatedDeparture",
  "actualDeparture",
  "scheduledArrival",
  "estimatedArrival",
  "actualArrival",
] as const;
export type TimeField = (typeof TIME_FIELDS)[number];

export const TEXT_FIELDS = [
  "departureTerminal",
  "departureGate",
  "arrivalTerminal",
  "arrivalGate",
  "aircraftType",
  "registration",
  "departureTimeZone",
  "arrivalTimeZone",
  "statusCode",
  "departureStatusCode",
  "arrivalStatusCode",
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/**
 * What can be said of a flight; null is "not said" and never overwrites. Actual times are confirmed ones only: what the
 * source calls `Actual` before DP or LD is a forecast and is in the estimated ones.
 */
export type FlightSaid = { [Field in TimeField]: FlightTime | null } & {
  [Field in TextField]: string | null;
} & {
  status: FlightStatus | null;
  serviceType: ServiceType | null;
  /** Stops inside this number: above 0 it is a segment of several legs. */
  stops: number | null;
};

/** A number that a flight is sold under. `number` is its value, `numberText` as it is written (`050`). */
export type Designator = { carrier: string; number: number; numberText: string; suffix: string };

/**
 * What one item of one answer says of one flight. `carrier` operates it. `number` is 0 (and `numberText` empty) where the
 * source names the operating carrier without its number, as schedules do for codeshares.
 */
export type FlightObservation = Designator & {
  origin: string;
  destination: string;
  /** Local date of scheduled departure at the origin, `2030-05-01`. */
  flightDate: string;
  said: FlightSaid;
  codeshares: readonly Designator[];
};

/** An observation with where it comes from: what makes it comparable with every other one. */
export type ObservedFlight = FlightObservation & {
  stream: FlightVoice;
  /** When the answer was received, or the person said it, to the millisecond. */
  observedAt: Date;
  /** What a person says has an id of its own that leads to no answer. */
  payloadId: string;
  /** sha-256 of the answer's body, in hex. */
  payloadHash: string;
  /** Place of the item in the answer, from 0. */
  item: number;
  /**
   * `scope key` of the window that was asked, as in the coverage ledger: `FRA-LHR 2030-05-01`. Of what a person says: the local
   * scheduled departure by which they knew the flight, `2030-05-01T07:10`, whatever they say of it.
   */
  window: string;
};

/** A complete answer of one window: what was seen in this window before and is not in it any more was withdrawn. */
export type WindowAnswer = {
  stream: FlightStream;
  window: string;
  /** When its first and its last page were received. */
  startedAt: Date;
  observedAt: Date;
};

/** What a flight is known by, for ever. `operation` is empty but for the second and later operations of one number on one day. */
export type FlightKey = Pick<
  FlightObservation,
  "carrier" | "number" | "suffix" | "origin" | "destination" | "flightDate"
> & { operation: string };

/** One field of a flight that changed when an answer was observed; the first sight of a flight is one event, `seen`. */
export type FlightEvent = {
  field: FlightEventField;
  /** Times as UTC instants where known, else local; null when nothing was known. */
  oldValue: string | null;
  newValue: string | null;
  observedAt: Date;
  stream: FlightVoice;
  /** Null for an absence that was concluded from a whole window (`withdrawn`), and for what a person said. */
  payloadId: string | null;
};
export type FlightEventField =
  | "seen"
  | "status"
  | "serviceType"
  | "stops"
  | TimeField
  | Exclude<TextField, "departureTimeZone" | "arrivalTimeZone">;

/** One flight as all observations of it add up: a function of their set, whatever the order they came in. */
export type FlightRecord = FlightKey & {
  numberText: string;
  said: FlightSaid & { status: FlightStatus; serviceType: ServiceType; stops: number };
  codeshares: readonly Designator[];
  events: readonly FlightEvent[];
  /** Actual minus scheduled, in minutes from UTC; null unless it happened. A diverted flight has no arrival delay. */
  departureDelayMinutes: number | null;
  arrivalDelayMinutes: number | null;
  scheduledBlockMinutes: number | null;
  actualBlockMinutes: number | null;
  /** `manual` where a person said something of it that counts. */
  source: Extract<RowSource, "lufthansa" | "manual">;
  firstSeenAt: Date;
  /** By an answer; of a flight that no answer tells of, when the person said it. */
  lastSeenAt: Date;
  /** The newest answer that tells of it; null where only a person does. */
  payloadId: string | null;
  /**
   * Every scheduled departure, local, that it ever had, earliest first. A row that was known by one of them (`operation`), before
   * its number was known or before it was retimed, is this flight.
   */
  departureTimes: readonly string[];
};
