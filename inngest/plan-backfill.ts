import type { BackfillWish } from "@/lib/contract/backfills";
import type { AppError } from "@/lib/errors";
import { invalidInput } from "@/lib/http/invalid-input";
import type { FlightScope } from "@/lib/model/stream";
import { type FlightPlan, planFlights } from "@/lib/sync/streams/plan-flights";
import { checkPlaces } from "./check-places";
import { findFlightKnowledge } from "./flight-ports";

/** A backfill cannot be as its field `name` says. */
export const wrongWish = (name: keyof BackfillWish, reason: string): AppError =>
  invalidInput([{ name: `body.${name}`, reason }]);

/** Building anew reads what is kept, whatever it was asked for. Throws `validation_failed` where places are named. */
export function checkRaw({ of }: BackfillWish): void {
  if (of === "tracked") return;
  throw wrongWish("of", "must be left out with mode raw: all kept answers of these days are read");
}

/** The scope of a wish. Building anew takes all that is kept, as asking again does. */
export const backfillScope = ({ of, from, to, mode }: BackfillWish): FlightScope => ({
  kind: "flights",
  of,
  from,
  to,
  mode: mode === "raw" ? "again" : mode,
});

/** What a backfill would ask, and what it leaves out. Throws like checkPlaces. */
export async function planBackfill(wish: BackfillWish, now: Date): Promise<FlightPlan> {
  await checkPlaces(wish, "body.of");
  const scope = backfillScope(wish);
  const knowledge = await findFlightKnowledge({ stream: wish.stream, scope, window: null, now });
  return planFlights(wish.stream, scope, knowledge);
}
