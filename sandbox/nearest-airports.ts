import { type Answer, malformedInput } from "./answer";
import type { List } from "./catalog";
import { type Item, isObject } from "./json";
import { inLanguage } from "./language";
import { type Asked, recordLinks } from "./links";
import { RESOURCES } from "./resources";

const EARTH_RADIUS_KM = 6371;
const ROWS = 5;
/** At most three decimals (API.md 4.1). */
const COORDINATES = /^(-?\d{1,2}(?:\.\d{1,3})?),(-?\d{1,3}(?:\.\d{1,3})?)$/;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

function kilometres(latitude: number, longitude: number, item: Item): number {
  const position = isObject(item.Position) ? item.Position.Coordinate : undefined;
  if (!isObject(position)) return Number.POSITIVE_INFINITY;
  const [from, to] = [radians(latitude), radians(Number(position.Latitude))];
  const east = radians(Number(position.Longitude) - longitude);
  const haversine =
    Math.sin((to - from) / 2) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(haversine));
}

/** The five readable airports nearest to `coordinates` ("50.033,8.571"), with their distance. */
export function answerNearestAirports(airports: List, coordinates: string, asked: Asked): Answer {
  const [, latitude, longitude] = COORDINATES.exec(coordinates) ?? [];
  if (!latitude || Math.abs(Number(latitude)) > 90 || Math.abs(Number(longitude)) > 180) {
    return malformedInput("latitude, longitude");
  }
  const language = new URLSearchParams(asked.search).get("lang");
  const rows = airports.items
    .flatMap((item, index) => (item && !airports.unreadable.has(index + 1) ? [item] : []))
    .map((item) => ({ item, distance: kilometres(Number(latitude), Number(longitude), item) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, ROWS)
    .map(({ item, distance }) => ({
      ...inLanguage(item, language),
      Distance: { Value: Math.round(distance), UOM: "KM" },
    }));
  return {
    status: 200,
    json: {
      NearestAirportResource: {
        Airports: { Airport: rows },
        Meta: { "@Version": "1.0.0", Link: recordLinks(asked, {}, RESOURCES.airports) },
      },
    },
  };
}
