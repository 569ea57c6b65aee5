import type { Item } from "../json";
import { namesOf } from "../language";

/** A place of the airport list before it is written as the API writes it. */
export type Place = {
  code: string;
  name: string;
  cityCode: string;
  cityName: string;
  countryCode: string;
  kind: "Airport" | "Rail Station" | "Bus Station" | "Harbour" | "Off-Line Point" | "Miscellaneous";
  latitude: number;
  longitude: number;
  timeZone: string;
  offsetMinutes: number;
  /** One of the great airports: always whole and readable, so that a world has something to look at. */
  major: boolean;
};

/** Standard offset as the API writes it: +05:30. */
export function utcOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60].map((n) => String(n).padStart(2, "0"));
  return `${minutes < 0 ? "-" : "+"}${hours}:${rest}`;
}

/** The record of a place: whether its name is translated, and whether the source has its zone. */
export function toAirportItem(
  place: Place,
  options: { translated: boolean; timeZone: boolean },
): Item {
  return {
    AirportCode: place.code,
    Position: { Coordinate: { Latitude: place.latitude, Longitude: place.longitude } },
    CityCode: place.cityCode,
    CountryCode: place.countryCode,
    LocationType: place.kind,
    Names: namesOf(
      options.translated ? { DE: place.name, EN: place.name, FR: place.name } : { EN: place.name },
    ),
    UtcOffset: utcOffset(place.offsetMinutes),
    ...(options.timeZone && { TimeZoneId: place.timeZone }),
  };
}
