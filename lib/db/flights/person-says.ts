import { randomBytes } from "node:crypto";
import type { FlightObservation, FlightSaid, ObservedFlight } from "@/lib/model/flight";
import { uuidV7 } from "@/lib/model/uuid-v7";

/** One for all that persons say: two words about one number on one day are two operations, as in one answer that lists both. */
const SAID_BY_PERSONS = "0".repeat(64);

/**
 * What a person says of a flight as an observation like all others. `knownBy` is the local scheduled departure by which they
 * knew the flight. Its id leads to no answer.
 */
export const personSays = (
  flight: Omit<FlightObservation, "said" | "codeshares">,
  { said, knownBy, now }: { said: FlightSaid; knownBy: string; now: Date },
): ObservedFlight => ({
  carrier: flight.carrier,
  number: flight.number,
  numberText: flight.numberText,
  suffix: flight.suffix,
  origin: flight.origin,
  destination: flight.destination,
  flightDate: flight.flightDate,
  said,
  codeshares: [],
  stream: "manual",
  observedAt: now,
  payloadId: uuidV7(now, randomBytes(10)),
  payloadHash: SAID_BY_PERSONS,
  item: 0,
  window: knownBy,
});
