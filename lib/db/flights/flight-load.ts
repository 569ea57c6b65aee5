import type { ObservedFlight, WindowAnswer } from "@/lib/model/flight";
import type { FlightGroup } from "./flight-group";

/** What is to be added to what is known of flights. */
export type FlightLoad = {
  runId: string | null;
  /** The database's clock. */
  now: Date;
  observed: readonly ObservedFlight[];
  /** Windows that were answered whole: what was seen in them before and is not in `observed` is gone from them. */
  answers: readonly WindowAnswer[];
  /** Payload ids of answers that are read again: what is stored of them gives way to what `observed` says of them. */
  replaces?: readonly string[];
  /** Stored observations that give way: what a person said before, or all that is known of a flight that they delete. */
  forgets?: readonly ObservedFlight[];
  /** Rows that a person deletes. What is still observed of them makes new ones. */
  deletes?: readonly (FlightGroup & { id: number })[];
};
