import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { REFERENCE_PATHS, referenceList } from "@/lib/lufthansa/responses";
import type { ReferenceStream } from "@/lib/model/stream";
import type { ReferenceWorld } from "./fakes/reference-source";

/** The folder of each recorded crawl, and the name of its unreadable positions where there are any. */
const CRAWLS = {
  countries: { folder: "countries_en", unreadable: null },
  cities: { folder: "cities_en", unreadable: "cities_en" },
  airports: { folder: "airports_en", unreadable: "airports_en" },
  airlines: { folder: "airlines", unreadable: null },
  aircraft: { folder: "aircraft", unreadable: null },
} as const satisfies Record<ReferenceStream, unknown>;

/** `Airports_200_00201_to_00203_T5_…`: status, first and last position. */
const FILE = /_200_(\d+)_to_(\d+)_/;

/** The answers of a recorded crawl as they were sent, each with the position of its first record. */
export function recordedAnswers(
  dir: string,
  stream: ReferenceStream,
): { from: number; json: unknown }[] {
  const folder = join(dir, CRAWLS[stream].folder);
  return readdirSync(folder)
    .flatMap((name) => {
      const range = FILE.exec(name);
      if (!(range && name.endsWith(".json"))) return [];
      const json: unknown = JSON.parse(readFileSync(join(folder, name), "utf8"));
      return [{ from: Number(range[1]), json }];
    })
    .sort((one, other) => one.from - other.from);
}

/** A recorded crawl as one list: every record at its position, the others unreadable. */
export function recordedWorld(dir: string, stream: ReferenceStream): ReferenceWorld {
  const records = new Map<number, unknown>();
  let totalCount = 0;
  for (const { from, json } of recordedAnswers(dir, stream)) {
    const list = referenceList(json, stream);
    if (!list) throw new Error(`No ${REFERENCE_PATHS[stream].join(".")} in a recorded answer`);
    totalCount = list.totalCount ?? totalCount;
    for (const [index, item] of list.items.entries()) records.set(from + index, item);
  }
  // Which status each answered was not recorded for the English lists: both kinds, in turn.
  return { records, totalCount, statusOf: (position) => (position % 3 === 0 ? 500 : 404) };
}
