import { type Life, planLife } from "./life";
import type { Service } from "./scheduled-service";
import { type Season, seasonOf } from "./season";
import type { Station } from "./stations";
import { toInstant, toWall } from "./time-zone";
import { dayOf, dayText, MINUTES_A_DAY, weekdayOf } from "./wall-clock";

/** One leg of a service on one day. Times are instants in minutes. */
export type Flight = {
  service: Service;
  leg: number;
  origin: Station;
  destination: Station;
  departure: number;
  arrival: number;
  /** Local day of the departure. */
  day: number;
  /** The day on which the service left its first stop. */
  serviceDay: number;
  season: Season;
  /** What seeds everything about it. */
  key: string;
  life: Life;
};

const runsIn = ({ only }: Service, { summer }: Season) =>
  only === null || (only === "summer") === summer;

/** The legs that a service flies when it leaves its first stop on `serviceDay`; none where it does not. */
export function flightsOf(service: Service, serviceDay: number, seed: number): Flight[] {
  const [first] = service.stops;
  if (!first || !service.days.includes(String(weekdayOf(serviceDay)))) return [];
  const season = seasonOf(serviceDay);
  if (!runsIn(service, season)) return [];
  const shifted = service.departs + (season.summer ? 0 : service.winterShift);
  // A shift changes the time, never the day.
  const departs = Math.min(Math.max(0, shifted), MINUTES_A_DAY - 5);
  const flights: Flight[] = [];
  let departure = toInstant(first.timeZone, serviceDay * MINUTES_A_DAY + departs);
  for (const [leg, block] of service.blocks.entries()) {
    const [origin, destination] = [service.stops[leg], service.stops[leg + 1]];
    if (!origin || !destination) break;
    const arrival = departure + block;
    const key = `${service.carrier}${service.number}/${dayText(serviceDay)}/${service.departs}/${leg}`;
    const plan = { service, leg, origin, destination, departure, arrival, serviceDay, season, key };
    const day = dayOf(toWall(origin.timeZone, departure));
    flights.push({
      ...plan,
      day,
      life: planLife({ ...plan, seed, before: flights.at(-1) ?? null }),
    });
    departure = arrival + service.ground;
  }
  return flights;
}
