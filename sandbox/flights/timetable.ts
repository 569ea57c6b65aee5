import { buildServices } from "./build-services";
import { type Flight, flightsOf } from "./flight";
import type { Service } from "./scheduled-service";
import { readStations, type Station } from "./stations";

export type Side = "departures" | "arrivals";

export type Timetable = {
  seed: number;
  station(code: string): Station | null;
  /** The airports of an airport's or a city's code. */
  stationsOf(code: string): Station[];
  /** Flights from or to an airport whose service left its first stop on this day. */
  flights(side: Side, airport: string, serviceDay: number): readonly Flight[];
  /** The legs of a number on a day, asked by the operating number, the seller's or a partner's. */
  legsOf(carrier: string, number: number, serviceDay: number): Flight[];
  /** Services from an airport that reach another without a change of number. */
  services(origin: string): readonly Service[];
};

/** Days of airports that are kept, enough for fifty airports; more are made again when asked for. */
const MOST_KEPT = 800;

function indexed<Key>(services: readonly Service[], keysOf: (service: Service) => Key[]) {
  const index = new Map<Key, Service[]>();
  for (const service of services) {
    for (const key of new Set(keysOf(service))) {
      const known = index.get(key);
      if (known) known.push(service);
      else index.set(key, [service]);
    }
  }
  return index;
}

const numberKey = (carrier: string, number: number) => `${carrier}${number}`;

const numberKeys = ({ carrier, seller, number, partners }: Service) => [
  numberKey(carrier, number),
  numberKey(seller, number),
  ...partners.map((partner) => numberKey(partner.carrier, partner.number)),
];

type Plan = { stations: ReadonlyMap<string, Station>; services: readonly Service[] };

/** Plans of the seeds last asked for: making one takes a quarter of a second, and it never changes. */
const plans = new Map<number, Plan>();
const MOST_PLANS = 3;

function planOf(seed: number): Plan {
  const known = plans.get(seed);
  if (known) return known;
  const stations = readStations(seed);
  const plan = { stations, services: buildServices(seed, stations) };
  const [oldest] = plans.keys();
  if (plans.size >= MOST_PLANS && oldest !== undefined) plans.delete(oldest);
  plans.set(seed, plan);
  return plan;
}

/**
 * The timetable of a seed, for any day and without state: what is asked for twice is the same both times. Made on the
 * first question, since most sandboxes are never asked for flights.
 */
export function createTimetable(seed: number): Timetable {
  const { stations, services } = planOf(seed);
  const byOrigin = indexed(services, ({ stops }) => stops.slice(0, -1).map(({ code }) => code));
  const byDestination = indexed(services, ({ stops }) => stops.slice(1).map(({ code }) => code));
  const byNumber = indexed(services, numberKeys);
  const kept = new Map<string, readonly Flight[]>();

  function makeFlights(side: Side, airport: string, serviceDay: number): Flight[] {
    const index = side === "departures" ? byOrigin : byDestination;
    const end = side === "departures" ? "origin" : "destination";
    return (index.get(airport) ?? []).flatMap((service) =>
      flightsOf(service, serviceDay, seed).filter((flight) => flight[end].code === airport),
    );
  }

  return {
    seed,
    station: (code) => stations.get(code) ?? null,
    stationsOf: (code) => {
      const own = stations.get(code);
      const ofCity = [...stations.values()].filter(({ cityCode }) => cityCode === code);
      return own ? [own] : ofCity;
    },
    flights(side, airport, serviceDay) {
      const key = `${side}/${airport}/${serviceDay}`;
      const known = kept.get(key) ?? makeFlights(side, airport, serviceDay);
      // The one asked for last goes to the end: the oldest is the first.
      kept.delete(key);
      kept.set(key, known);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest) kept.delete(oldest);
      return known;
    },
    legsOf: (carrier, number, serviceDay) =>
      (byNumber.get(numberKey(carrier, number)) ?? []).flatMap((service) =>
        flightsOf(service, serviceDay, seed),
      ),
    services: (origin) => byOrigin.get(origin) ?? [],
  };
}
