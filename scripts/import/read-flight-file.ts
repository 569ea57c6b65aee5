import { z } from "zod";
import { openDataAirport } from "@/lib/db/airports/open-data-airport";
import { flightList } from "@/lib/lufthansa/flight-responses";
import type { FlightWindow } from "@/lib/model/coverage";
import type { FlightStream } from "@/lib/model/stream";
import { boardWindow, routeWindow } from "@/lib/sync/streams/flight-window";
import type { ArchiveFile } from "./archive-files";
import { toBody } from "./archive-files";
import {
  type ArchivedFlights,
  type Ignored,
  nameAnswer,
  type Place,
  placeName,
} from "./archived-answer";
import {
  type AskedWindow,
  findSelfLink,
  pathOf,
  readAskedWindow,
  type SelfLink,
} from "./self-link";

export type FlightFile = {
  stream: FlightStream;
  file: string;
  content: ArchiveFile;
};

/** What was found of one file, in the order in which it is written there. */
export type ReadFile<Answer> = { answers: Answer[]; ignored: Ignored[] };

/** The answers of one file whose own links say what was asked: one answer, or a list of them. */
export function readLinkedFile(flightFile: FlightFile): ReadFile<ArchivedFlights> {
  const { file, content } = flightFile;
  const { json, bytes } = content;
  if (!Array.isArray(json)) {
    return gather([readAnswer(flightFile, { place: { file, item: null }, json, bytes })]);
  }
  return gather(
    json.map((answer: unknown, item) =>
      readAnswer(flightFile, { place: { file, item }, json: answer, bytes: null }),
    ),
  );
}

const DAY_FILE = /(?:^|\/)(\d{4}-\d\d-\d\d)\.json$/;
const BOARD_NAME = /^([A-Z]{3})_(arrival|departure)_((?:[01]\d|2[0-3])[0-5]\d)$/;

/** The answers of a file of one local day, each under airport, side and time: `FRA_departure_0600`. */
export function readDayFile(flightFile: FlightFile): ReadFile<ArchivedFlights> {
  const { file, content } = flightFile;
  const day = z.iso.date().safeParse(DAY_FILE.exec(file)?.[1]).data;
  if (!day) return gather([{ file, reason: "its name is no day: 2024-07-06.json" }]);
  const answers = z.record(z.string(), z.unknown()).safeParse(content.json).data;
  if (!answers || Array.isArray(content.json)) {
    return gather([{ file, reason: "it holds no answers under names" }]);
  }
  return gather(
    Object.entries(answers).map(([item, json]) => {
      const place = { file, item };
      const [, airport, side, time] = BOARD_NAME.exec(item) ?? [];
      if (!(airport && side && time))
        return leaveOut(place, "its name is no airport, side and time");
      const start = `${day}T${time.slice(0, 2)}:${time.slice(2)}`;
      const direction = side === "arrival" ? "arrivals" : "departures";
      const named: AskedWindow = { kind: "board", airport, direction, start };
      return readAnswer(flightFile, { place, json, bytes: null, named });
    }),
  );
}

type Candidate = {
  place: Place;
  json: unknown;
  /** Null: it is written anew. */
  bytes: Uint8Array | null;
  /** What its name says was asked. */
  named?: AskedWindow;
};

function readAnswer(
  { stream }: FlightFile,
  { place, json, bytes, named }: Candidate,
): ArchivedFlights | Ignored {
  if (!flightList(json, stream)) return leaveOut(place, `it is no answer of ${stream}`);
  const link = findSelfLink(json);
  const asked = judge(stream, named ?? null, link);
  if (typeof asked === "string") return leaveOut(place, asked);
  const window = toWindow(asked);
  if (!window) return leaveOut(place, "its day does not exist");
  const found = {
    stream,
    window,
    page: link?.offset ?? 0,
    path: link?.path ?? pathOf(stream, asked),
    query: link?.query ?? {},
    observedAt: window.endsAt,
    place,
  };
  return nameAnswer(found, bytes ?? toBody(json));
}

/** What was asked, by the name of the answer and by its own link; in words why that is not sure. */
function judge(
  stream: FlightStream,
  named: AskedWindow | null,
  link: SelfLink | null,
): AskedWindow | string {
  if (!link) return named ?? "it does not say what was asked";
  const linked = readAskedWindow(stream, link.path);
  if (!named) return linked ?? `it asks ${link.path}, which is no window`;
  if (linked && isSame(named, linked)) return named;
  return `its name says another window than its link, ${link.path}`;
}

const isSame = (one: AskedWindow, other: AskedWindow): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * Zones come from open data, which is the same everywhere, and not from the airports that a database knows by now: the end of
 * a window is part of what an answer is known by.
 */
function toWindow(asked: AskedWindow): FlightWindow | null {
  const [day, place] =
    asked.kind === "board"
      ? [asked.start.slice(0, 10), asked.airport]
      : [asked.day, asked.departure];
  if (!z.iso.date().safeParse(day).success) return null;
  const timeZone = openDataAirport(place)?.timeZone ?? null;
  return asked.kind === "board"
    ? boardWindow({ ...asked, timeZone })
    : routeWindow({ ...asked, timeZone });
}

const leaveOut = (place: Place, reason: string): Ignored => ({ file: placeName(place), reason });

function gather(all: readonly (ArchivedFlights | Ignored)[]): ReadFile<ArchivedFlights> {
  const read: ReadFile<ArchivedFlights> = { answers: [], ignored: [] };
  for (const one of all) {
    if ("reason" in one) read.ignored.push(one);
    else read.answers.push(one);
  }
  return read;
}
