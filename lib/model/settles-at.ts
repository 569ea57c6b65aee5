import { type FlightWindow, SETTLE_HOURS } from "./coverage";
import type { FlightStream } from "./stream";

const HOUR_MS = 60 * 60 * 1000;

/**
 * From when on an answer of a window is the last word: of schedules when its day begins, since a day's plan does not change
 * any more then and the past is not served; of everything else some hours after its end.
 */
export const settlesAt = (
  stream: FlightStream,
  { startsAt, endsAt }: Pick<FlightWindow, "startsAt" | "endsAt">,
): Date =>
  stream === "schedules" ? startsAt : new Date(endsAt.getTime() + SETTLE_HOURS * HOUR_MS);
