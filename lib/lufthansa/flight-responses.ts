import type { FlightStream } from "@/lib/model/stream";
import { toList } from "./responses";

/** Root key of each answer about flights (API.md sections 5.2 to 5.4). */
export const FLIGHT_ROOTS = {
  schedules: "ScheduleResource",
  "flight-status": "FlightStatusResource",
  "flight-information": "FlightInformation",
} as const satisfies Record<FlightStream, string>;

/** A leg of a schedule with the journey that it belongs to, which says how long the journey takes. Both still unread. */
export type SentLeg = { journey: unknown; leg: unknown };

export type FlightList = {
  /** What one flight is read from: a `SentLeg` for schedules, else a `Flight`. Each still unread. */
  items: unknown[];
  /** How many elements the page has as the source counts them (a journey is one, whatever its legs): for paging. */
  pageRows: number;
  /** How many there are in all pages; null where the source does not say (schedules never do). */
  totalCount: number | null;
};

/** Opens the envelope of an answer about flights. Null when `json` is not the envelope of this stream. */
export function flightList(json: unknown, stream: FlightStream): FlightList | null {
  const root = fieldOf(json, FLIGHT_ROOTS[stream]);
  if (!isTree(root)) return null;
  if (stream === "schedules") return scheduleList(root);
  const flights = root.Flights;
  if (!(flights === undefined || flights === null || isTree(flights))) return null;
  const items = toList(fieldOf(flights, "Flight"));
  return { items, pageRows: items.length, totalCount: totalCount(root) };
}

function scheduleList(root: Tree): FlightList {
  const journeys = toList(root.Schedule);
  return {
    items: journeys.flatMap(legsOf),
    pageRows: journeys.length,
    totalCount: totalCount(root),
  };
}

/** A journey without legs is an item too, so that it is told of and not lost. */
function legsOf(journey: unknown): SentLeg[] {
  const legs = toList(fieldOf(journey, "Flight"));
  return legs.length > 0 ? legs.map((leg) => ({ journey, leg })) : [{ journey, leg: undefined }];
}

function totalCount(root: Tree): number | null {
  const sent = fieldOf(root.Meta, "TotalCount");
  const count = typeof sent === "string" && sent.trim() ? Number(sent) : sent;
  return typeof count === "number" && Number.isInteger(count) && count >= 0 ? count : null;
}

type Tree = Readonly<Record<string, unknown>>;

/** Whether something sent is an object, and neither a list nor nothing. */
export const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A field of something sent, or undefined where it is no object or has no such field. */
export const fieldOf = (value: unknown, field: string): unknown =>
  isTree(value) ? value[field] : undefined;
