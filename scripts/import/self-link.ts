import { z } from "zod";
import type { FlightStream } from "@/lib/model/stream";

/** What an answer says that it was asked: path below the base address, and query. */
export type SelfLink = { path: string; query: Record<string, string>; offset: number };

const Link = z.object({ "@Rel": z.string(), "@Href": z.string() });
const Envelope = z.record(
  z.string(),
  z.object({ Meta: z.object({ Link: z.union([z.array(Link), Link]) }) }),
);

/** The `self` link of an answer, null where it has none. */
export function findSelfLink(json: unknown): SelfLink | null {
  const [root] = Object.values(Envelope.safeParse(json).data ?? {});
  const self = [root?.Meta.Link ?? []].flat().find((link) => link["@Rel"] === "self");
  const [, path, search = ""] =
    /^https?:\/\/[^/]+\/v1(\/[^?]+)(?:\?(.*))?$/.exec(self?.["@Href"] ?? "") ?? [];
  if (!path) return null;
  const query = Object.fromEntries(new URLSearchParams(search));
  return { path, query, offset: Math.max(0, Math.trunc(Number(query.offset ?? 0)) || 0) };
}

/** What a path asks for, as far as it is a window of ours. */
export type AskedWindow =
  | { kind: "board"; airport: string; direction: "departures" | "arrivals"; start: string }
  | { kind: "route"; departure: string; arrival: string; day: string };

const BOARD = /^(departures|arrivals)\/([a-z]{3})\/(\d{4}-\d\d-\d\dT\d\d:\d\d)$/i;
const ROUTE = /^([a-z]{3})\/([a-z]{3})\/(\d{4}-\d\d-\d\d)$/i;

const PATHS = {
  schedules: "/operations/schedules/",
  "flight-status": "/operations/flightstatus/",
  "flight-information": "/operations/customerflightinformation/",
} as const satisfies Record<FlightStream, string>;

/** The window that a path of this stream asks for; null for any other question (one flight by its number, another stream). */
export function readAskedWindow(stream: FlightStream, path: string): AskedWindow | null {
  if (!path.startsWith(PATHS[stream])) return null;
  const rest = path.slice(PATHS[stream].length);
  if (stream === "schedules") return readRoute(rest);
  if (rest.startsWith("route/")) return readRoute(rest.slice("route/".length));
  const [, direction, airport, start] = BOARD.exec(rest) ?? [];
  if (!(direction && airport && start)) return null;
  const side = direction.toLowerCase() === "arrivals" ? "arrivals" : "departures";
  return { kind: "board", airport: airport.toUpperCase(), direction: side, start };
}

function readRoute(rest: string): AskedWindow | null {
  const [, departure, arrival, day] = ROUTE.exec(rest) ?? [];
  if (!(departure && arrival && day)) return null;
  return {
    kind: "route",
    departure: departure.toUpperCase(),
    arrival: arrival.toUpperCase(),
    day,
  };
}

/** The path that asks for a window. */
export const pathOf = (stream: FlightStream, asked: AskedWindow): string =>
  asked.kind === "board"
    ? `${PATHS[stream]}${asked.direction}/${asked.airport}/${asked.start}`
    : `${PATHS[stream]}${stream === "schedules" ? "" : "route/"}${asked.departure}/${asked.arrival}/${asked.day}`;
