import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Answer, malformedInput } from "../answer";
import type { Side } from "../flights/timetable";
import { collapse, type Item, isObject, type Json } from "../json";
import type { Asked } from "../links";
import { operationPage } from "../operations/operation-page";

/** Recorded answers of customer flight information, by side, airport and local time. */
export type RecordedWindows = {
  /** The answer to a window, or null where none was recorded or the page is beyond its end. */
  find(side: Side, airport: string, from: string, asked: Asked): Answer | null;
};

const FOLDER = "customerflightinformation";
const FROM = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/;
const KEY_WORDS: Record<Side, string> = { departures: "departure", arrivals: "arrival" };
/** Days that are held in memory: each is about a megabyte. */
const MOST_KEPT = 4;

/** Its rows from `offset` on; the answer as it was recorded where that is all of them. */
function pageOf(recorded: Json, offset: number, limit: number): Json | null {
  const root = isObject(recorded) ? recorded.FlightInformation : undefined;
  const flights = isObject(root) ? root.Flights : undefined;
  if (!isObject(root) || !isObject(flights)) return null;
  const rows = [flights.Flight ?? []].flat();
  const shown = rows.slice(offset, offset + limit);
  if (shown.length === 0) return null;
  if (shown.length === rows.length) return recorded;
  const page: Item = { ...root, Flights: { ...flights, Flight: collapse(shown) } };
  return { FlightInformation: page };
}

/** Reads DIRECTORY/customerflightinformation/DATE.json when a day is first asked for; its keys are `FRA_departure_1000`. */
export function createRecordedWindows(directory: string): RecordedWindows {
  const days = new Map<string, Record<string, Json>>();

  function readDay(date: string): Record<string, Json> {
    const known = days.get(date);
    if (known) return known;
    const file = join(directory, FOLDER, `${date}.json`);
    const read: Json = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
    const day = isObject(read) ? read : {};
    const [oldest] = days.keys();
    if (days.size >= MOST_KEPT && oldest) days.delete(oldest);
    days.set(date, day);
    return day;
  }

  return {
    find(side, airport, from, asked) {
      const [, date, hours, minutes] = FROM.exec(from) ?? [];
      const page = operationPage(new URLSearchParams(asked.search));
      if (!page) return malformedInput("limit or offset");
      if (!date) return null;
      const recorded = readDay(date)[`${airport}_${KEY_WORDS[side]}_${hours}${minutes}`];
      const json = recorded === undefined ? null : pageOf(recorded, page.offset, page.limit);
      return json === null ? null : { status: 200, json };
    },
  };
}
