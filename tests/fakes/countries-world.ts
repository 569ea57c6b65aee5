import type { CountryRecord } from "@/lib/model/country";
import { referenceStreams } from "@/lib/sync/streams/reference-streams";
import type { SyncStream } from "@/lib/sync/sync-stream";
import type { ReferenceWorld } from "./reference-source";

const A = "A".charCodeAt(0);

/** `AA`, `AB`, … in the order of a list; the code of a position counted from 1. */
export const codeAt = (position: number): string =>
  String.fromCharCode(A + Math.floor((position - 1) / 26), A + ((position - 1) % 26));

export const sentCountry = (code: string, name = `Country ${code}`) => ({
  CountryCode: code,
  Names: { Name: { "@LanguageCode": "EN", $: name } },
});

/** A list of countries of any length up to 676, some of them unreadable. */
export function countriesWorld(
  totalCount: number,
  unreadable: readonly number[] = [],
): ReferenceWorld {
  const records = new Map<number, unknown>();
  for (let position = 1; position <= totalCount; position++) {
    if (!unreadable.includes(position)) records.set(position, sentCountry(codeAt(position)));
  }
  return { records, totalCount };
}

/** The stream that the engine is tested with: its records are the smallest. */
export const countries: SyncStream<CountryRecord> = referenceStreams({
  countryOfAirline: () => null,
  continentOf: (code) => (code.startsWith("A") ? "EU" : null),
}).countries;
