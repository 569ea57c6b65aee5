import type { FlightTime, TimeBasis } from "@/lib/model/flight";
import { toUtcText } from "./wall-time";

/**
 * A time that was read, with the instants (minutes from 1970) that it may be: none without a zone, two in the hour that
 * comes twice.
 */
export type TimeReading = { local: string; instants: readonly number[]; basis: TimeBasis };

/** What is planned of a flight: how long its leg takes as it was sent, and its scheduled times once they are settled. */
export type Plan = {
  blockMinutes: number | null;
  departure: FlightTime | null;
  arrival: FlightTime | null;
};

/**
 * By how much a block time may be off and still tell two instants apart, which lie an hour from each other, seldom half an
 * hour.
 */
const NEAR_MINUTES = 14;

/**
 * The instant of a time. Where it may be two, the other side of the flight and the block time decide (`side`: which side
 * this is); without a block time, an arrival is at least after its departure. What is still open is the earlier one, and
 * says so.
 */
export function settleTime(
  own: TimeReading | null,
  other: TimeReading | null,
  side: "departure" | "arrival",
  plan: Plan,
): FlightTime | null {
  if (!own) return null;
  const { local, instants, basis } = own;
  const [first, second] = instants;
  if (first === undefined) return { local, utc: null, basis };
  if (second === undefined) return { local, utc: toUtcText(first), basis };
  const block = plan.blockMinutes ?? scheduledBlock(plan);
  const fitting = instants.filter((instant) =>
    other?.instants.some((end) =>
      canBeBlock(side === "departure" ? end - instant : instant - end, block),
    ),
  );
  const [decided = first] = fitting;
  return fitting.length === 1
    ? { local, utc: toUtcText(decided), basis: "derived" }
    : { local, utc: toUtcText(first), basis };
}

const canBeBlock = (minutes: number, block: number | null): boolean =>
  block === null ? minutes > 0 : Math.abs(minutes - block) <= NEAR_MINUTES;

/** Null as well where one of them is only a choice: what rests on it would look better known than it is. */
function scheduledBlock({ departure, arrival }: Plan): number | null {
  const isOpen = departure?.basis === "earlier" || arrival?.basis === "earlier";
  if (isOpen || !departure?.utc || !arrival?.utc) return null;
  return (Date.parse(arrival.utc) - Date.parse(departure.utc)) / 60_000;
}
