import type { Item, Json } from "@/sandbox/json";
import { isObject } from "@/sandbox/json";
import type { SandboxOptions } from "@/sandbox/start-sandbox";
import { madeCatalog } from "./made-lists";
import { type Reply, type Visitor, visit } from "./visitor";

export const HUBS = ["FRA", "MUC", "ZRH", "VIE", "BRU"];
export const WINDOW_HOURS = ["00", "04", "08", "12", "16", "20"];

/** A visitor with a clock of the test's own. */
export type FlightVisitor = Visitor & {
  setClock(instant: string): void;
  /** Asks under /v1/operations. */
  operation(path: string): Promise<Reply>;
  /** The answer's JSON; throws where it is not 200. */
  json(path: string): Promise<Item>;
};

export async function visitFlights(
  clock: string,
  options: SandboxOptions = {},
): Promise<FlightVisitor> {
  let now = Date.parse(clock);
  const visitor = await visit({
    // The lists are not asked for here, and a world of them takes its time.
    catalog: madeCatalog(1),
    now: () => now,
    expiresInSeconds: 1_000_000_000,
    ...options,
  });
  const headers = { accept: "application/json", authorization: `Bearer ${visitor.token}` };
  const operation = (path: string) => visitor.send(`/v1/operations/${path}`, { headers });
  async function json(path: string): Promise<Item> {
    const reply = await operation(path);
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return JSON.parse(reply.text);
  }
  return {
    ...visitor,
    operation,
    json,
    setClock: (instant) => {
      now = Date.parse(instant);
    },
  };
}

/** The value at a path of keys; undefined where it is not there. */
export const at = (json: Json | undefined, ...keys: readonly string[]): Json | undefined =>
  keys.reduce((value: Json | undefined, key) => (isObject(value) ? value[key] : undefined), json);

/** One thing or several, as the API writes them. */
export const listOf = (json: Json | undefined): Item[] =>
  (json === undefined ? [] : [json].flat()).filter(isObject);

const ROOTS = ["FlightStatusResource", "FlightInformation", "ScheduleResource"];

/** Rows, links and total of an answer. */
export function readAnswer(json: Item) {
  const root = ROOTS.map((name) => json[name]).find((found) => found !== undefined);
  const links = listOf(at(root, "Meta", "Link"));
  return {
    rows: listOf(at(root, "Flights", "Flight") ?? at(root, "Schedule")),
    total: at(root, "Meta", "TotalCount"),
    links: Object.fromEntries(links.map((link) => [String(link["@Rel"]), String(link["@Href"])])),
  };
}

/** All rows of a question, page by page until there are no more. */
export async function allRows(visitor: FlightVisitor, path: string, limit = 50): Promise<Item[]> {
  const rows: Item[] = [];
  for (let offset = 0; ; offset += limit) {
    const sign = path.includes("?") ? "&" : "?";
    const reply = await visitor.operation(`${path}${sign}limit=${limit}&offset=${offset}`);
    if (reply.status !== 200) return rows;
    const page = readAnswer(JSON.parse(reply.text)).rows;
    rows.push(...page);
    if (page.length < limit) return rows;
  }
}

/** All rows of an airport's local day on both sides, each flight once. */
export async function dayRows(
  visitor: FlightVisitor,
  service: string,
  airport: string,
  date: string,
): Promise<Map<string, Item>> {
  const rows = new Map<string, Item>();
  for (const side of ["departures", "arrivals"]) {
    for (const hour of WINDOW_HOURS) {
      for (const row of await allRows(
        visitor,
        `${service}/${side}/${airport}/${date}T${hour}:00`,
      )) {
        rows.set(keyOf(row), row);
      }
    }
  }
  return rows;
}

/** Local wall time of a time, in minutes since 1970; null where it is not there. */
export function minutesOf(time: Json | undefined): number | null {
  const [date, clock] = [at(time, "Date"), at(time, "Time")];
  const text = typeof date === "string" ? `${date}T${String(clock)}` : at(time, "DateTime");
  if (typeof text !== "string") return null;
  return Date.parse(text.endsWith("Z") ? text : `${text}Z`) / 60_000;
}

/** Scheduled, estimated and actual wall time of one end of a row of either service. */
export function wallTimes(row: Item, end: "Departure" | "Arrival") {
  const time = (name: string) =>
    minutesOf(at(row, end, name)) ?? minutesOf(at(row, end, `${name}TimeLocal`));
  return { scheduled: time("Scheduled"), estimated: time("Estimated"), actual: time("Actual") };
}

/** Operating number, route and scheduled departure: what a flight is the same by. */
export const keyOf = (row: Item): string =>
  [
    at(row, "OperatingCarrier", "AirlineID"),
    at(row, "OperatingCarrier", "FlightNumber"),
    at(row, "Departure", "AirportCode"),
    at(row, "Arrival", "AirportCode"),
    wallTimes(row, "Departure").scheduled,
  ].join(" ");

/** The value at a share of a sorted list, by nearest rank. */
export function nearestRank(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}
