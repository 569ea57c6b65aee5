import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Catalog, LIST_NAMES, type List, type ListName } from "../catalog";
import type { Item } from "../json";
import { readRecordedPages } from "./read-recorded-pages";
import { readUnreadable } from "./read-unreadable";

const FOLDERS: Record<ListName, string> = {
  countries: "countries_en",
  cities: "cities_en",
  airports: "airports_en",
  airlines: "airlines",
  aircraft: "aircraft",
};

/** Whole lists that were recorded in another language as well. */
const TRANSLATIONS: Partial<Record<ListName, Record<string, string>>> = {
  countries: { FR: "countries_fr" },
};

function readTranslations(directory: string, name: ListName) {
  const translations: Record<string, readonly (Item | null)[]> = {};
  for (const [language, folder] of Object.entries(TRANSLATIONS[name] ?? {})) {
    const path = join(directory, folder);
    if (existsSync(path)) translations[language] = readRecordedPages(path, name);
  }
  return translations;
}

/** Positions that are neither recorded nor known to be unreadable, and those that are both. */
function problemsOf(name: ListName, { items, unreadable }: List): string[] {
  const problems = items.flatMap((item, index) => {
    const position = index + 1;
    if (!item && !unreadable.has(position)) return [`${name} ${position} is missing`];
    return item && unreadable.has(position)
      ? [`${name} ${position} is recorded, yet unreadable`]
      : [];
  });
  const beyond = [...unreadable.keys()].filter((position) => position > items.length);
  return [...problems, ...beyond.map((position) => `${name} ${position} is beyond the end`)];
}

/**
 * Reads recorded reference lists. Every position up to TotalCount must be a record or known to be unreadable; throws
 * with the first that are not.
 */
export function readReplay(directory: string, seed: number): Catalog {
  const file = join(directory, "behaviour", "unreadable_list_offsets.json");
  const unreadable = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const readList = (name: ListName): List => ({
    items: readRecordedPages(join(directory, FOLDERS[name]), name),
    unreadable: readUnreadable(unreadable[FOLDERS[name]], name, seed),
    translations: readTranslations(directory, name),
  });
  const lists = {
    countries: readList("countries"),
    cities: readList("cities"),
    airports: readList("airports"),
    airlines: readList("airlines"),
    aircraft: readList("aircraft"),
  };
  const problems = LIST_NAMES.flatMap((name) => problemsOf(name, lists[name]));
  if (problems.length > 0) {
    const first = problems.slice(0, 10).join("; ");
    throw new Error(`The recording in ${directory} has ${problems.length} gaps: ${first}.`);
  }
  return { lists, lhOperated: null };
}
