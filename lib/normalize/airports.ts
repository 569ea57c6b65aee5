import { LufthansaAirport } from "@/lib/lufthansa/responses";
import type { AirportRecord, LocationType } from "@/lib/model/airport";
import { CITY_CODE } from "./cities";
import { COUNTRY_CODE } from "./countries";
import { englishName } from "./english-name";
import {
  type ListInput,
  type NormalizedList,
  type NoteUnusable,
  normalizeList,
} from "./normalize-list";
import { readPosition } from "./position";
import { readCode, readItem } from "./read-item";
import { sentTimeZone, zoneAt } from "./time-zone";
import { utcOffsetMinutes } from "./utc-offset";

const AIRPORT_CODE = /^[A-Z]{3}$/;

/** All that were ever recorded (API.md section 8.1). */
export const LOCATION_TYPE_NAMES: Readonly<Record<string, LocationType>> = {
  Airport: "airport",
  "Rail Station": "rail_station",
  "Bus Station": "bus_station",
  Harbour: "harbour",
  "Off-Line Point": "off_line_point",
  Miscellaneous: "miscellaneous",
};

/** Airports as sent -> records and rejects. A missing time zone is derived where coordinates and offset agree. */
export const normalizeAirports = (input: ListInput): NormalizedList<AirportRecord> =>
  normalizeList(input, {
    path: "Airports.Airport",
    codeField: "AirportCode",
    sentFields: [
      "name",
      "cityCode",
      "countryCode",
      "locationType",
      "latitude",
      "longitude",
      "utcOffsetMinutes",
      "timeZone",
      "timeZoneBasis",
    ],
    read: (item, note) =>
      readItem(item, {
        schema: LufthansaAirport,
        codeField: "AirportCode",
        codePattern: AIRPORT_CODE,
        toRecord: (code, sent) => toRecord(code, sent, note),
      }),
    complete: withTimeZone,
  });

function toRecord(code: string, sent: LufthansaAirport, note: NoteUnusable): AirportRecord {
  const { Latitude, Longitude } = sent.Position?.Coordinate ?? {};
  const timeZone = sentTimeZone(sent.TimeZoneId, note);
  return {
    code,
    name: englishName(sent.Names, note),
    cityCode: readCode(sent.CityCode, { field: "CityCode", pattern: CITY_CODE, note }),
    countryCode: readCode(sent.CountryCode, { field: "CountryCode", pattern: COUNTRY_CODE, note }),
    locationType: LOCATION_TYPE_NAMES[sent.LocationType ?? ""] ?? null,
    ...readPosition(Latitude, Longitude, note),
    utcOffsetMinutes: utcOffsetMinutes(sent.UtcOffset, note),
    timeZone,
    timeZoneBasis: timeZone ? "sent" : null,
  };
}

function withTimeZone(record: AirportRecord): AirportRecord {
  const { latitude, longitude, utcOffsetMinutes: offset } = record;
  if (record.timeZone || latitude === null || longitude === null || offset === null) return record;
  const timeZone = zoneAt({ latitude, longitude, utcOffsetMinutes: offset });
  return { ...record, timeZone, timeZoneBasis: timeZone ? "derived" : null };
}
