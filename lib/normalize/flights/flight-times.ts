import type { FlightTime, TimeField } from "@/lib/model/flight";
import type { FlightStream } from "@/lib/model/stream";
import { timeFieldName } from "./field-names";
import type { NoteValue } from "./flight-texts";
import { instantsOf, wallMinutesAt } from "./local-time";
import { type SentFlight, type SentSide, type SentTime, textOf } from "./sent-flight";
import { type Plan, settleTime, type TimeReading } from "./settle-time";
import { toUtcMinutes, toWallMinutes, toWallText } from "./wall-time";

export type FlightTimes = { [Field in TimeField]: FlightTime | null };

type Context = { stream: FlightStream; note: NoteValue };

/**
 * All times of one flight, from nothing but what is said of this flight. UTC is taken as sent, else derived by the zones
 * (IANA) of the airports, see `settleTime`. What the source calls `Actual` is an estimate until it is confirmed; where it
 * sends both, its own estimate is.
 */
export function readFlightTimes(
  sent: SentFlight,
  zones: { departure: string | null; arrival: string | null },
  context: Context,
): FlightTimes {
  const out = readSide(sent.departure, sent.hasDeparted, zones.departure, DEPARTURE, context);
  const back = readSide(sent.arrival, sent.hasLanded, zones.arrival, ARRIVAL, context);
  const sentPlan: Plan = { blockMinutes: sent.blockMinutes, departure: null, arrival: null };
  const scheduledDeparture = settleTime(out.scheduled, back.scheduled, "departure", sentPlan);
  const scheduledArrival = settleTime(back.scheduled, out.scheduled, "arrival", sentPlan);
  const plan: Plan = {
    blockMinutes: sent.blockMinutes,
    departure: scheduledDeparture,
    arrival: scheduledArrival,
  };
  const latestOut = out.actual ?? out.estimated;
  const latestBack = back.actual ?? back.estimated;
  return {
    scheduledDeparture,
    scheduledArrival,
    estimatedDeparture: settleTime(out.estimated, latestBack, "departure", plan),
    actualDeparture: settleTime(out.actual, latestBack, "departure", plan),
    estimatedArrival: settleTime(back.estimated, latestOut, "arrival", plan),
    actualArrival: settleTime(back.actual, latestOut, "arrival", plan),
  };
}

type SideFields = Record<"scheduled" | "estimated" | "actual", TimeField>;
const DEPARTURE: SideFields = {
  scheduled: "scheduledDeparture",
  estimated: "estimatedDeparture",
  actual: "actualDeparture",
};
const ARRIVAL: SideFields = {
  scheduled: "scheduledArrival",
  estimated: "estimatedArrival",
  actual: "actualArrival",
};

type SideReadings = Record<keyof SideFields, TimeReading | null>;

function readSide(
  { scheduled, estimated, actual }: SentSide,
  happened: boolean,
  timeZone: string | null,
  fields: SideFields,
  context: Context,
): SideReadings {
  const estimate = estimated ?? (happened ? null : actual);
  return {
    scheduled: readTime(scheduled, timeZone, fields.scheduled, context),
    estimated: readTime(estimate, timeZone, fields.estimated, context),
    actual: happened ? readTime(actual, timeZone, fields.actual, context) : null,
  };
}

function readTime(
  time: SentTime,
  timeZone: string | null,
  field: TimeField,
  { stream, note }: Context,
): TimeReading | null {
  if (!time) return null;
  const [localText, utcText] = [textOf(time.local), textOf(time.utc)];
  const wall = localText === null ? null : toWallMinutes(localText);
  const utc = utcText === null ? null : toUtcMinutes(utcText);
  if (localText !== null && wall === null) note(timeFieldName(stream, field, "local"), localText);
  if (utcText !== null && utc === null) note(timeFieldName(stream, field, "utc"), utcText);
  if (wall !== null) return withInstants(wall, utc, timeZone);
  if (utc === null) return null;
  const shown = timeZone === null ? null : wallMinutesAt(utc, timeZone);
  if (shown !== null) return { local: toWallText(shown), instants: [utc], basis: "sent" };
  note(timeFieldName(stream, field, "utc"), utcText);
  return null;
}

/** UTC as sent, else every instant at which the clocks of the zone show this time. */
function withInstants(wall: number, utc: number | null, timeZone: string | null): TimeReading {
  const local = toWallText(wall);
  if (utc !== null) return { local, instants: [utc], basis: "sent" };
  const found = timeZone === null ? null : instantsOf(wall, timeZone);
  switch (found?.kind) {
    case "once":
      return { local, instants: [found.utc], basis: "derived" };
    case "twice":
      return { local, instants: [found.first, found.second], basis: "earlier" };
    case "skipped":
      return { local, instants: [found.utc], basis: "shifted" };
    default:
      return { local, instants: [], basis: "no_zone" };
  }
}
