import { LufthansaCity } from "@/lib/lufthansa/responses";
import type { CityRecord } from "@/lib/model/city";
import { COUNTRY_CODE } from "./countries";
import { englishName } from "./english-name";
import {
  type ListInput,
  type NormalizedList,
  type NoteUnusable,
  normalizeList,
} from "./normalize-list";
import { readCode, readItem } from "./read-item";
import { sentTimeZone } from "./time-zone";
import { utcOffsetMinutes } from "./utc-offset";

export const CITY_CODE = /^[A-Z]{3}$/;

const AIRPORT_OF_CITY = { field: "Airports.AirportCode[]", pattern: /^[A-Z]{3}$/ };

/** Cities as sent -> records and rejects. */
export const normalizeCities = (input: ListInput): NormalizedList<CityRecord> =>
  normalizeList(input, {
    path: "Cities.City",
    codeField: "CityCode",
    sentFields: ["name", "countryCode", "utcOffsetMinutes", "timeZone", "airportCodes"],
    read: (item, note) =>
      readItem(item, {
        schema: LufthansaCity,
        codeField: "CityCode",
        codePattern: CITY_CODE,
        toRecord: (code, sent) => toRecord(code, sent, note),
      }),
    complete: (record) => record,
  });

function toRecord(code: string, sent: LufthansaCity, note: NoteUnusable): CityRecord {
  const airports = (sent.Airports?.AirportCode ?? []).flatMap(
    (airport) => readCode(airport, { ...AIRPORT_OF_CITY, note }) ?? [],
  );
  return {
    code,
    name: englishName(sent.Names, note),
    countryCode: readCode(sent.CountryCode, { field: "CountryCode", pattern: COUNTRY_CODE, note }),
    utcOffsetMinutes: utcOffsetMinutes(sent.UtcOffset, note),
    timeZone: sentTimeZone(sent.TimeZoneId, note),
    airportCodes: [...new Set(airports)].sort(),
  };
}
