import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Item, Json } from "@/sandbox/json";
import { recordedDir } from "../recorded";
import { addShape, type Shape } from "./json-shape";
import { at, HUBS, visitFlights, WINDOW_HOURS } from "./operations";

const directory = recordedDir ?? "";
const read = (path: string): Json => JSON.parse(readFileSync(join(directory, path), "utf8"));

const valuesOf = (json: Json): Json[] => (Array.isArray(json) ? json : Object.values(json as Item));

function recordedInformation(): Shape {
  const shape: Shape = new Map();
  for (const folder of ["customerflightinformation", "customerflightinformation_route"]) {
    for (const file of readdirSync(join(directory, folder))) {
      const json = read(join(folder, file));
      const answers = at(json, "FlightInformation") ? [json] : valuesOf(json);
      for (const answer of answers) addShape(shape, answer);
    }
  }
  return shape;
}

function recordedStatus(): Shape {
  const shape: Shape = new Map();
  for (const file of readdirSync(join(directory, "flightstatus"))) {
    const json = read(join("flightstatus", file));
    const rows = at(json, "flights");
    addShape(shape, rows ? { FlightStatusResource: { Flights: { Flight: rows } } } : json);
  }
  return shape;
}

function recordedSchedules(): Shape {
  const shape: Shape = new Map();
  for (const file of readdirSync(join(directory, "schedules"))) {
    const json = read(join("schedules", file));
    const leg = at(json, "Departure") ? { ScheduleResource: { Schedule: { Flight: json } } } : json;
    addShape(shape, leg);
  }
  return shape;
}

/** Boards of all hubs on a day under way, and single questions. */
async function addBoards(shape: Shape, service: string, legacyNumbers: boolean) {
  const visitor = await visitFlights("2030-05-02T13:30:00Z", { legacyNumbers });
  const add = async (path: string) => {
    const reply = await visitor.operation(path);
    if (reply.status === 200) addShape(shape, JSON.parse(reply.text));
  };
  for (const hub of HUBS) {
    for (const side of ["departures", "arrivals"]) {
      for (const hour of WINDOW_HOURS)
        await add(`${service}/${side}/${hub}/2030-05-02T${hour}:00?limit=50`);
    }
  }
  await add(`${service}/route/FRA/JFK/2030-05-02`);
  await add(`${service}/LH400/2030-05-02`);
}

async function addSchedules(shape: Shape, legacyNumbers: boolean) {
  const visitor = await visitFlights("2030-05-02T13:30:00Z", { legacyNumbers });
  for (const route of [
    "FRA/LHR",
    "FRA/JFK",
    "LHR/JFK",
    "FRA/HND",
    "MUC/SIN",
    "HAM/BCN",
    "ZRH/HAM",
    "FRA/SSG",
  ]) {
    addShape(shape, await visitor.json(`schedules/${route}/2030-05-06?limit=50`));
  }
}

const pathsOf = (shape: Shape) => [...shape.keys()].sort();

/** Texts that are words or codes of somebody's choice: they differ from place to place, and their form says nothing. */
const FREE =
  /(Terminal\.(Name|Gate)|AircraftCode|AircraftRegistration|AirlineID|FlightNumber|AirportCode|@Href|Duration|DaysOfOperation)$/;
const PATTERNS: readonly (readonly [RegExp, RegExp])[] = [
  [/Terminal\.Name$/, /^[A-Za-z0-9]{1,7}$/],
  [/Terminal\.Gate$/, /^[A-Za-z0-9 ]{1,8}$/],
  [/AircraftCode$/, /^[A-Z0-9]{3}$/],
  [/AircraftRegistration$/, /^[A-Z0-9]{5,6}$/],
  [/AirlineID$/, /^[A-Z0-9]{2}$/],
  [/FlightNumber$/, /^\d{1,4}$/],
  [/AirportCode$/, /^[A-Z]{3}$/],
  [/Duration$/, /^P(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/],
  [/DaysOfOperation$/, /^1?2?3?4?5?6?7?$/],
  [/@Href$/, /^https:\/\/api\.lufthansa\.com\/v1\/[a-z-]+\/[\w/{}:?&=-]+$/],
];

/** Paths whose values here have a form that no recorded value has. */
function strangeForms(served: Shape, recorded: Shape): string[] {
  return [...served].flatMap(([path, { forms }]) => {
    const known = recorded.get(path)?.forms;
    if (FREE.test(path) || !known) return [];
    const strange = [...forms].filter((form) => !known.has(form));
    return strange.length > 0 ? [`${path}: ${strange.join(" | ")}`] : [];
  });
}

/** Values of free texts that a pattern does not allow. */
const strangeTexts = (shape: Shape): string[] =>
  [...shape].flatMap(([path, { values }]) => {
    const pattern = PATTERNS.find(([where]) => where.test(path))?.[1];
    return pattern
      ? [...values]
          .filter((value) => !pattern.test(String(value)))
          .map((value) => `${path}: ${value}`)
      : [];
  });

/** Words that are invented here, in paths whose values are words of a closed list. */
const CLOSED = /(Code|Description|Definition|ServiceType|@Rel|ClassCode|ClassDesc|@Version)$/;
const newWords = (served: Shape, recorded: Shape): string[] =>
  [...served].flatMap(([path, { values }]) => {
    if (!CLOSED.test(path) || FREE.test(path)) return [];
    const known = recorded.get(path)?.values ?? new Set();
    return [...values].filter((value) => !known.has(value)).map((value) => `${path}: ${value}`);
  });

/** What is served in both typings, as recordings of 2018 and of later years are read together. */
async function servedShape(service: string): Promise<Shape> {
  const shape: Shape = new Map();
  if (service === "schedules") {
    await addSchedules(shape, false);
    await addSchedules(shape, true);
    return shape;
  }
  await addBoards(shape, service, false);
  if (service === "flightstatus") await addBoards(shape, service, true);
  return shape;
}

const RECORDED: Record<string, () => Shape> = {
  customerflightinformation: recordedInformation,
  flightstatus: recordedStatus,
  schedules: recordedSchedules,
};

describe.skipIf(!recordedDir)(
  "recorded: answers here have the shape of recorded ones",
  { timeout: 60_000 },
  () => {
    test.each(Object.entries(RECORDED))("%s", async (service, recordedShape) => {
      const [recorded, served] = [recordedShape(), await servedShape(service)];
      expect(recorded.size).toBeGreaterThan(10);
      expect(pathsOf(served)).toEqual(pathsOf(recorded));
      expect(strangeForms(served, recorded)).toEqual([]);
      expect(strangeTexts(served)).toEqual([]);
      expect(newWords(served, recorded)).toEqual([]);
    });
  },
);
