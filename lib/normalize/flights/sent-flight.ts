import { fieldOf } from "@/lib/lufthansa/flight-responses";
import type { FlightStatus } from "@/lib/model/flight";

/** A time as sent: wall time and UTC, each unread. Null where the source says nothing of it. */
export type SentTime = { local: unknown; utc: unknown } | null;

export type SentSide = {
  airport: unknown;
  scheduled: SentTime;
  estimated: SentTime;
  actual: SentTime;
  terminal: unknown;
  gate: unknown;
  statusCode: unknown;
};

export type SentDesignator = { carrier: unknown; number: unknown };

/** What the three streams have in common, in one shape and still as sent: the words of each stream end here. */
export type SentFlight = {
  departure: SentSide;
  arrival: SentSide;
  operating: SentDesignator;
  marketing: readonly SentDesignator[];
  aircraftType: unknown;
  registration: unknown;
  statusCode: unknown;
  stops: unknown;
  /** How long the leg takes in minutes; null where the source does not say. */
  blockMinutes: number | null;
  status: FlightStatus | null;
  /** Confirmed by the source: only then is what it calls `Actual` more than a forecast. */
  hasDeparted: boolean;
  hasLanded: boolean;
};

/**
 * A text as sent, trimmed; a number gives its digits, for numbers drift (API.md section 5). Null for nothing and for what
 * is no text.
 */
export function textOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim() || null;
  return typeof value === "number" ? String(value) : null;
}

/** A code as sent, in capital letters. */
export const codeOf = (value: unknown): string | null => textOf(value)?.toUpperCase() ?? null;

/** Carrier and number of one `OperatingCarrier` or `MarketingCarrier`. */
export const readDesignatorFields = (carrier: unknown): SentDesignator => ({
  carrier: fieldOf(carrier, "AirlineID"),
  number: fieldOf(carrier, "FlightNumber"),
});
