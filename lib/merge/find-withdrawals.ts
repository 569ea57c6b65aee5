import type {
  FlightObservation,
  FlightSaid,
  ObservedFlight,
  WindowAnswer,
} from "@/lib/model/flight";
import { NOTHING_SAID } from "./nothing-said";
import type { Saying } from "./saying";

type Route = Pick<FlightObservation, "origin" | "destination" | "flightDate">;

/**
 * What the absence of a flight says: `withdrawn`, by the first complete answer of its route's schedules window that has it no
 * longer. Only what was seen in that window before can be withdrawn, for other windows list a flight as a leg of a
 * connection; and only the first absence says so, so that it does not outweigh whoever has seen the flight since.
 * `observations` of one flight, oldest first.
 */
export function findWithdrawals(
  observations: readonly ObservedFlight[],
  answers: readonly WindowAnswer[],
  { origin, destination, flightDate }: Route,
): Saying[] {
  const window = `${origin}-${destination} ${flightDate}`;
  const isOfWindow = (each: Pick<ObservedFlight, "stream" | "window">) =>
    each.stream === "schedules" && each.window === window;
  const seen = observations.filter(isOfWindow).map(({ observedAt }) => observedAt.getTime());
  if (seen.length === 0) return [];
  const found = new Map<number, Saying>();
  let next = 0;
  for (const answer of answers.filter(isOfWindow).sort(byTime)) {
    while ((seen[next] ?? Infinity) <= answer.observedAt.getTime()) next += 1;
    const lastSeen = seen[next - 1] ?? Infinity;
    const isAbsent = lastSeen < answer.startedAt.getTime();
    if (isAbsent && !found.has(lastSeen)) found.set(lastSeen, toSaying(answer));
  }
  return [...found.values()];
}

const byTime = (one: WindowAnswer, other: WindowAnswer): number =>
  one.observedAt.getTime() - other.observedAt.getTime();

/** An empty hash comes first, so that at the same instant being seen outweighs being absent. */
const toSaying = ({ stream, observedAt }: WindowAnswer): Saying => ({
  stream,
  observedAt,
  payloadHash: "",
  payloadId: null,
  item: 0,
  said: WITHDRAWN,
});

const WITHDRAWN: FlightSaid = { ...NOTHING_SAID, status: "withdrawn" };
