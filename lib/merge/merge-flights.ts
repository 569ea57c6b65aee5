import type { FlightRecord, ObservedFlight, WindowAnswer } from "@/lib/model/flight";
import { compareObservations } from "./compare-observations";
import { departureTimes } from "./departure-times";
import { findOperations } from "./find-operations";
import { findWithdrawals } from "./find-withdrawals";
import type { Operation } from "./operation";
import { replay } from "./replay";
import type { Saying, Sayings } from "./saying";
import { toDurations } from "./to-durations";
import { unionCodeshares } from "./union-codeshares";

/** What was observed of one group: flights of one operating carrier, origin, destination and local flight date. */
export type ObservedGroup = {
  observations: readonly ObservedFlight[];
  /** Complete answers of the windows in which they were seen, for what is gone from them. */
  answers: readonly WindowAnswer[];
};

/**
 * The flights of one group, with their events, as all that was observed of it adds up: a function of the set. The order in
 * which it is given does not matter, nor that something is given twice. By number, suffix and operation.
 * @see docs/decisions/009-one-flight-one-row.md
 */
export function mergeFlights({ observations, answers }: ObservedGroup): FlightRecord[] {
  const ordered = observations.toSorted(compareObservations);
  return findOperations(ordered).flatMap((operation) => toRecords(operation, answers));
}

/** One record, of an operation of which something was observed. */
function toRecords(operation: Operation, answers: readonly WindowAnswer[]): FlightRecord[] {
  const { observations } = operation;
  const [first, ...later] = observations;
  if (!first) return [];
  const isManual = observations.some(({ stream }) => stream === "manual");
  const newest = observations.findLast(({ stream }) => stream !== "manual");
  const withdrawals = findWithdrawals(observations, answers, first);
  const sayings: Sayings = [first, ...inOrder(later, withdrawals)];
  const { said, events } = replay(sayings);
  return [
    {
      carrier: first.carrier,
      number: operation.number,
      suffix: operation.suffix,
      origin: first.origin,
      destination: first.destination,
      flightDate: first.flightDate,
      operation: operation.operation,
      numberText: longestText(observations),
      said,
      codeshares: unionCodeshares(observations, { ...operation, carrier: first.carrier }),
      events,
      source: isManual ? "manual" : "lufthansa",
      firstSeenAt: first.observedAt,
      lastSeenAt: (newest ?? observations.at(-1) ?? first).observedAt,
      payloadId: newest?.payloadId ?? null,
      departureTimes: departureTimes(observations),
      // Last: spread between others it costs more than all the rest (measured).
      ...toDurations(said),
    },
  ];
}

/** A withdrawal follows a sight, so that it never comes before the first observation. */
const inOrder = (later: readonly Saying[], withdrawals: readonly Saying[]): readonly Saying[] =>
  withdrawals.length === 0 ? later : [...later, ...withdrawals].sort(compareObservations);

/** Leading zeros are shown, but are no part of what a flight is: of `50` and `050` the longer is kept. */
const longestText = (observations: readonly ObservedFlight[]): string =>
  observations.reduce(
    (longest, { numberText }) => (numberText.length > longest.length ? numberText : longest),
    "",
  );
