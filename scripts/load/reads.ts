import type { Known } from "./known";

export type Read = { operation: string; path: string };
/** A number from 0 to below this one. */
export type Random = (below: number) => number;
type Paths = Readonly<Record<string, string>>;

/** What a dashboard asks for: overviews, boards, single rows. Asked again, it holds the answer it got before. */
export function dashboardReads(known: Known, random: Random): Read[] {
  const flight = one(known.flights, random);
  const airport = one(known.airports, random);
  return toReads({
    getApiRoot: "/api",
    getHealth: "/api/health",
    getOverview: "/api/overview",
    getStats: "/api/stats",
    listFlightStats: "/api/stats/flights?group_by=day&sort=-key&limit=30",
    listAirports: "/api/airports?limit=50&sort=name",
    listAirportPositions: "/api/airports/positions",
    listRoutes: "/api/routes?limit=10",
    ...(airport ? { getAirport: `/api/airports/${airport}` } : {}),
    ...(flight ? flightPage(flight) : {}),
  });
}

const flightPage = (flight: Known["flights"][number]): Paths => ({
  listFlights: `/api/flights?departure_airport=${flight.departure_airport}&flight_date=${flight.flight_date}`,
  getFlight: `/api/flights/${flight.id}`,
  listFlightEvents: `/api/flights/${flight.id}/events`,
  listFlightCodeshares: `/api/flights/${flight.id}/codeshares`,
  listRouteFlights: `/api/flights/route/${flight.departure_airport}/${flight.arrival_airport}?limit=30`,
  getRoute: `/api/routes/${flight.departure_airport}/${flight.arrival_airport}`,
});

/** What a script asks for: whole lists, page by page, and a day as a file. */
export function scriptReads(known: Known, random: Random): Read[] {
  const flight = one(known.flights, random);
  const day = flight?.flight_date ?? known.days?.last;
  return toReads({
    getLiveness: "/api/health/live",
    listCountries: "/api/countries?limit=1000",
    listCities: "/api/cities?limit=500",
    listAirlines: "/api/airlines?limit=500",
    listAircraft: "/api/aircraft?limit=500",
    listAirports: "/api/airports?limit=500&fields=airport_code,latitude,longitude",
    listFlights: "/api/flights?limit=500&sort=id",
    ...(day
      ? {
          listCodeshares: `/api/codeshares?flight_date=${day}`,
          listEvents: `/api/flight-events?flight_date=${day}`,
          exportFlights: `/api/flights/export?format=ndjson&flight_date=${day}`,
        }
      : {}),
  });
}

const toReads = (paths: Paths): Read[] =>
  Object.entries(paths).map(([operation, path]) => ({ operation, path }));

const one = <T>(of: readonly T[], random: Random): T | undefined => of[random(of.length)];
