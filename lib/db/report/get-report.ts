import { countAirports } from "./count-airports";
import { countCodeshares } from "./count-codeshares";
import { countCoverage } from "./count-coverage";
import { countFlights } from "./count-flights";
import { countObservations } from "./count-observations";
import { countRejects } from "./count-rejects";
import type { ReportedFlights, ReportRange } from "./counted-flights";
import { findDelayPercentile } from "./find-delay-percentile";

export type Figures = Awaited<ReturnType<typeof getFigures>>;
export type Report = Awaited<ReturnType<typeof getReport>>;

/** What the database holds of flights on these days. Keys are those of `npm run report -- --json`. */
export async function getReport(range: ReportRange) {
  const { answers, rows } = await countObservations(range);
  return {
    answers,
    rows,
    all: await getFigures({ ...range, only: "all" }),
    air: await getFigures({ ...range, only: "air" }),
    rejects: await countRejects(),
    coverage: await countCoverage(range),
  };
}

async function getFigures(which: ReportedFlights) {
  const [counts, codeshares, airports] = await Promise.all([
    countFlights(which),
    countCodeshares(which),
    countAirports(which),
  ]);
  const [medianDeparture, p90Departure, medianArrival, p90Arrival] = await Promise.all([
    findDelayPercentile(which, "departure", 50),
    findDelayPercentile(which, "departure", 90),
    findDelayPercentile(which, "arrival", 50),
    findDelayPercentile(which, "arrival", 90),
  ]);
  return {
    flights: counts.flights,
    codeshares,
    airports,
    operating_carriers: counts.operating_carriers,
    departed: counts.departed,
    late: counts.late,
    median_departure_delay: medianDeparture,
    p90_departure_delay: p90Departure,
    arrived: counts.arrived,
    arrived_late: counts.arrived_late,
    median_arrival_delay: medianArrival,
    p90_arrival_delay: p90Arrival,
    cancelled: counts.cancelled,
    diverted: counts.diverted,
  };
}
