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
import { isZoneOfElsewhere, sentTimeZone, zoneAt } from "./time-zone";
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

/**
 * Airports as sent -> records and rejects. A time zone that is missing, or of another part of the world, is derived where
 * coordinates and offset agree.
 */
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
  const place = {
    ...readPosition(Latitude, Longitude, note),
    utcOffsetMinutes: utcOffsetMinutes(sent.UtcOffset, note),
  };
  const timeZone = zoneOf(place, sent, note);
  return {
    code,
    name: englishName(sent.Names, note),
    cityCode: readCode(sent.CityCode, { field: "CityCode", pattern: CITY_CODE, note }),
    countryCode: readCode(sent.CountryCode, { field: "CountryCode", pattern: COUNTRY_CODE, note }),
    locationType: LOCATION_TYPE_NAMES[sent.LocationType ?? ""] ?? null,
    ...place,
    timeZone,
    timeZoneBasis: timeZone ? "sent" : null,
  };
}

type Place = Pick<AirportRecord, "latitude" | "longitude" | "utcOffsetMinutes">;

/** The zone as sent, unless there is none, or it is noted because it cannot be the zone of this place. */
function zoneOf(place: Place, sent: LufthansaAirport, note: NoteUnusable): string | null {
  const timeZone = sentTimeZone(sent.TimeZoneId, note);
  if (!timeZone || !isComplete(place) || !isZoneOfElsewhere(timeZone, place)) return timeZone;
  note("TimeZoneId", timeZone);
  return null;
}

type WholePlace = { [Field in keyof Place]: number };

const isComplete = (place: Place): place is WholePlace =>
  place.latitude !== null && place.longitude !== null && place.utcOffsetMinutes !== null;

function withTimeZone(record: AirportRecord): AirportRecord {
  if (record.timeZone || !isComplete(record)) return record;
  const timeZone = zoneAt(record);
  return { ...record, timeZone, timeZoneBasis: timeZone ? "derived" : null };
}
