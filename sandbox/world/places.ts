import { seededFraction } from "../seeded";
import { otherPlaces } from "./other-places";
import type { Place } from "./place";
import type { OpenAirport } from "./read-table";

/** Lufthansa's names leave out what every airport is. */
const shortName = (name: string) =>
  name.replace(/\s+(International\s+)?Airport$/i, "").replace(/^Aeropuerto\s+/i, "") || name;

export function toPlace(airport: OpenAirport): Place {
  const name = shortName(airport.name);
  return {
    code: airport.code,
    name,
    cityCode: airport.cityCode,
    cityName: airport.cityName ?? name,
    countryCode: airport.countryCode,
    kind: "Airport",
    latitude: airport.latitude,
    longitude: airport.longitude,
    timeZone: airport.timeZone,
    offsetMinutes: airport.offsetMinutes,
    major: airport.large && airport.scheduled,
  };
}

/** All places of the world by code, the ones that its list leaves out included. */
export function makePlaces(airports: readonly OpenAirport[], seed: number): Place[] {
  const places = airports.map(toPlace);
  return [...places, ...otherPlaces(places, seed)].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Share of places without TimeZoneId by LocationType, as measured (API.md 8.1). */
const WITHOUT_ZONE: Record<Place["kind"], number> = {
  Airport: 316 / 9804,
  "Rail Station": 88 / 899,
  "Bus Station": 23 / 274,
  Harbour: 21 / 73,
  "Off-Line Point": 9 / 730,
  Miscellaneous: 3 / 5,
};

export const hasZone = (place: Place, seed: number) =>
  place.major || seededFraction(seed, "zone", place.code) >= WITHOUT_ZONE[place.kind];
