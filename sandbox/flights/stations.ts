import { railStations } from "../world/other-places";
import { toPlace } from "../world/places";
import { readOpenAirports } from "../world/read-table";

/** A place that flights, trains or buses go from and to. */
export type Station = {
  code: string;
  cityCode: string;
  countryCode: string;
  latitude: number;
  longitude: number;
  timeZone: string;
};

/** In nobody's list of places, as recorded of some rail stations: Lucerne. */
const UNLISTED: readonly Station[] = [
  {
    code: "QLJ",
    cityCode: "QLJ",
    countryCode: "CH",
    latitude: 47.0501,
    longitude: 8.3102,
    timeZone: "Europe/Zurich",
  },
];

/** All stations by code: the airports of our open data, the railway stations beside them, and the unlisted. */
export function readStations(seed: number): Map<string, Station> {
  const airports = readOpenAirports().map(toPlace);
  const stations = [...airports, ...railStations(airports, seed), ...UNLISTED];
  return new Map(
    stations.map(({ code, cityCode, countryCode, latitude, longitude, timeZone }) => [
      code,
      { code, cityCode, countryCode, latitude, longitude, timeZone },
    ]),
  );
}

const EARTH_RADIUS_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

export function kilometresBetween(from: Station, to: Station): number {
  const [south, north] = [radians(from.latitude), radians(to.latitude)];
  const east = radians(to.longitude - from.longitude);
  const haversine =
    Math.sin((north - south) / 2) ** 2 +
    Math.cos(south) * Math.cos(north) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(haversine));
}
