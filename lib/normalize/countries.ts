import { LufthansaCountry } from "@/lib/lufthansa/responses";
import type { CountryRecord } from "@/lib/model/country";
import { englishName } from "./english-name";
import { type ListInput, type NormalizedList, normalizeList } from "./normalize-list";
import { readItem } from "./read-item";

export const COUNTRY_CODE = /^[A-Z]{2}$/;

/** Continent of a country by its code (AF AN AS EU NA OC SA), from open data; null when unknown. */
export type ContinentOf = (countryCode: string) => string | null;

/** Countries as sent -> records and rejects. */
export const normalizeCountries = (
  input: ListInput,
  { continentOf }: { continentOf: ContinentOf },
): NormalizedList<CountryRecord> =>
  normalizeList(input, {
    path: "Countries.Country",
    codeField: "CountryCode",
    sentFields: ["name"],
    read: (item, note) =>
      readItem(item, {
        schema: LufthansaCountry,
        codeField: "CountryCode",
        codePattern: COUNTRY_CODE,
        toRecord: (code, sent): CountryRecord => ({
          code,
          name: englishName(sent.Names, note),
          continent: null,
        }),
      }),
    complete: (record) => ({ ...record, continent: continentOf(record.code) }),
  });
