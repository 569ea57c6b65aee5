import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LocationType } from "@/lib/model/airport";
import { normalizeAirports } from "@/lib/normalize/airports";
import type { FindPlace } from "@/lib/normalize/flights/normalize-flight";
import openAirports from "../data/airports.json";
import { recordedWorld } from "./recorded-lists";

const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

/** Places as the product knows them after its first round: the recorded list of airports, and open data for those that it lacks. */
export function recordedPlaces(dir: string): FindPlace {
  const places = new Map<string, { timeZone: string | null; locationType: LocationType | null }>();
  const [code, zone] = ["code", "time_zone"].map((name) => openAirports.columns.indexOf(name));
  for (const row of openAirports.rows) {
    places.set(String(row[code ?? -1]), {
      timeZone: String(row[zone ?? -1]),
      locationType: "airport",
    });
  }
  const items = [...recordedWorld(dir, "airports").records.values()];
  for (const { record } of normalizeAirports({ items, codeBefore: null, ahead: [] }).records) {
    places.set(record.code, record);
  }
  return (name) => places.get(name) ?? null;
}

/** The twelve recorded days of boards of flight information: each answer with the window that its name tells. */
export function recordedBoards(dir: string): { window: string; json: unknown }[] {
  const folder = join(dir, "customerflightinformation");
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      Object.entries(read(join(folder, file)) as object).map(([name, json]) => ({
        window: `${file.slice(0, 10)} ${name}`,
        json: json as unknown,
      })),
    );
}

/** Recorded answers of one folder, by file; a file holds one answer or a list of them. */
export function recordedFiles(dir: string, folder: string): { file: string; answers: unknown[] }[] {
  return readdirSync(join(dir, folder))
    .sort()
    .map((file) => {
      const json = read(join(dir, folder, file));
      return { file, answers: Array.isArray(json) ? json : [toAnswer(json)] };
    });
}

/** Two files hold less than an answer: the flights of one day, and one leg. They get the envelope that they lost. */
function toAnswer(json: unknown): unknown {
  const flights = Reflect.get(json as object, "flights");
  if (flights) {
    const meta = { "@Version": "1.0.0", TotalCount: flights.length };
    return { FlightStatusResource: { Flights: { Flight: flights }, Meta: meta } };
  }
  if (!Reflect.has(json as object, "Departure")) return json;
  const journey = { TotalJourney: { Duration: "PT1H30M" }, Flight: json };
  return { ScheduleResource: { Schedule: journey, Meta: { "@Version": "1.0.0" } } };
}
