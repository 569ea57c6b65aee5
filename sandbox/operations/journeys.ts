import { type Flight, flightsOf } from "../flights/flight";
import type { Service } from "../flights/scheduled-service";
import type { Station } from "../flights/stations";
import type { Timetable } from "../flights/timetable";

/** A stretch under one number: one leg, or several with stops on the way. */
export type Segment = { service: Service; first: Flight; last: Flight; stops: number };

/** What a passenger books: one segment, or two with a change at a hub. */
export type Journey = readonly Segment[];

const HUBS = ["FRA", "MUC", "ZRH", "VIE", "BRU"];
const LEAST_CHANGE = 45;
const LONGEST_CHANGE = 300;
const MOST_CONNECTIONS = 12;
/** Days between a service's first departure and that of a later leg. */
const DAYS_UNDER_WAY = 2;
const A_DAY = 1440;

/** What was called off days before is in no schedule any more, until it is taken back. */
function isScheduled({ departure, life }: Flight, now: number): boolean {
  const { cancelledAt, reinstatedAt } = life;
  const off = cancelledAt !== null && cancelledAt < departure - A_DAY && now >= cancelledAt;
  return !off || (reinstatedAt !== null && now >= reinstatedAt);
}

function segmentsOf(service: Service, legs: readonly Flight[], to: Station, from: Station) {
  return legs.flatMap((first, index): Segment[] => {
    if (first.origin !== from) return [];
    const stops = legs.slice(index).findIndex(({ destination }) => destination === to);
    const last = legs[index + stops];
    return stops >= 0 && last ? [{ service, first, last, stops }] : [];
  });
}

/** Segments from one station to another that depart on a local day, in the order of departure. */
export function directSegments(
  timetable: Timetable,
  from: Station,
  to: Station,
  options: { day: number; now: number },
): Segment[] {
  const { day, now } = options;
  const services = timetable
    .services(from.code)
    .filter(({ kind, stops }) => kind !== "cargo" && stops.includes(to));
  const segments = services.flatMap((service) => {
    const days = service.blocks.length > 1 ? DAYS_UNDER_WAY : 0;
    return Array.from({ length: days + 1 }, (_, back) => day - back).flatMap((serviceDay) =>
      segmentsOf(service, flightsOf(service, serviceDay, timetable.seed), to, from),
    );
  });
  return segments
    .filter(({ first }) => first.day === day && isScheduled(first, now))
    .sort((a, b) => a.first.departure - b.first.departure || a.service.number - b.service.number);
}

function viaHub(
  timetable: Timetable,
  from: Station,
  hub: Station,
  to: Station,
  options: { day: number; now: number },
) {
  const onwards = [options.day, options.day + 1].flatMap((day) =>
    directSegments(timetable, hub, to, { ...options, day }),
  );
  return directSegments(timetable, from, hub, options).flatMap((first): Journey[] => {
    const second = onwards.find(({ first: next }) => {
      const change = next.departure - first.last.arrival;
      return change >= LEAST_CHANGE && change <= LONGEST_CHANGE;
    });
    return second ? [[first, second]] : [];
  });
}

/** Journeys with a change at one of the hubs, the ones that depart first. */
export function connections(
  timetable: Timetable,
  from: Station,
  to: Station,
  options: { day: number; now: number },
): Journey[] {
  const journeys = HUBS.filter((hub) => hub !== from.code && hub !== to.code).flatMap((code) => {
    const hub = timetable.station(code);
    return hub ? viaHub(timetable, from, hub, to, options) : [];
  });
  const departure = ([segment]: Journey) => segment?.first.departure ?? 0;
  return journeys.sort((a, b) => departure(a) - departure(b)).slice(0, MOST_CONNECTIONS);
}
