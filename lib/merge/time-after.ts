import type { FlightTime, TimeBasis, TimeField } from "@/lib/model/flight";
import type { Sayings } from "./saying";

/**
 * A time after the saying at `index`, which says it. The wall time is that saying's; the instant is the best known of all
 * sayings up to it that named the same wall time, so that a stream without UTC never takes away a UTC that was sent.
 */
export function timeAfter(
  before: FlightTime | null,
  sayings: Sayings,
  index: number,
  field: TimeField,
): FlightTime | null {
  const said = sayings[index]?.said[field] ?? null;
  if (!said || said.basis === "sent") return said;
  if (before?.local === said.local) return betterTime(before, said);
  let best = said;
  for (let past = index - 1; past >= 0; past -= 1) {
    const other = sayings[past]?.said[field];
    if (other?.local === said.local) best = betterTime(other, best);
  }
  return best;
}

const TRUST: Readonly<Record<TimeBasis, number>> = {
  sent: 3,
  derived: 2,
  earlier: 1,
  shifted: 1,
  no_zone: 0,
};

/** Sent beats derived, derived beats a guess, and all beat none; between equals the later saying wins. */
const betterTime = (earlier: FlightTime, later: FlightTime): FlightTime =>
  TRUST[later.basis] >= TRUST[earlier.basis] ? later : earlier;
