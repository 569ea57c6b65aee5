import { seededFraction } from "../seeded";
import type { Flight } from "./flight";
import { type KnownState, knownAt } from "./known-state";
import { type FlightView, type SideView, viewOf } from "./side-view";

const LATE = 16;
/** A forecast of so much sticks, even if the flight then ends 1 to 15 minutes late: 55 of 206 recorded (API.md 7). */
const STICKS = 20;
/** 32 of 136 rows that landed late still had their estimate. */
const ESTIMATE_KEPT = 0.24;

const timeStatus = (delay: number) => (delay < 0 ? "FE" : delay >= LATE ? "DL" : "OT");

function departureView(flight: Flight, known: KnownState): SideView {
  const { departure, life } = flight;
  if (known.cancelled) return viewOf(departure, "NO");
  if (known.departed) {
    const status = known.diverted ? "NO" : timeStatus(life.departureDelay);
    return viewOf(departure, status, { actual: departure + life.departureDelay });
  }
  const announced = life.departureUntold ? null : known.departureForecast;
  if (announced === null) return viewOf(departure, "OT");
  return viewOf(departure, timeStatus(announced), { estimated: departure + announced });
}

function landedView({ arrival, life, key }: Flight, known: KnownState, seed: number): SideView {
  const actual = arrival + life.arrivalDelay;
  if (known.diverted) return viewOf(arrival, "NO", { actual });
  const stuck = known.peakForecast >= STICKS && life.arrivalDelay > 0;
  const status = stuck ? "DL" : timeStatus(life.arrivalDelay);
  const keeps =
    (stuck && life.arrivalDelay < LATE) ||
    (status === "DL" && seededFraction(seed, "estimate kept", key) < ESTIMATE_KEPT);
  return viewOf(arrival, status, {
    actual,
    ...(keeps && { estimated: arrival + known.peakForecast }),
  });
}

function arrivalView(flight: Flight, known: KnownState, seed: number): SideView {
  const { arrival, life } = flight;
  if (known.cancelled) return viewOf(arrival, "NO");
  if (known.landed && known.departed) return landedView(flight, known, seed);
  if (known.diverted) return viewOf(arrival, "NO");
  const forecast = life.departureUntold ? 0 : known.arrivalForecast;
  const stuck = known.peakForecast >= STICKS && forecast > 0 && !life.departureUntold;
  const status = stuck ? "DL" : timeStatus(forecast);
  if (status === "OT") return viewOf(arrival, status);
  return viewOf(arrival, status, { estimated: arrival + forecast });
}

function overall(known: KnownState): string {
  if (known.cancelled) return "CD";
  if (known.diverted && known.departed) return "DV";
  if (!known.departed) return "NA";
  return known.landed ? "LD" : "DP";
}

/** What flight status shows at `now`; a departure that nobody told is without status for good. */
export function flightStatusView(flight: Flight, now: number, seed: number): FlightView {
  const known = knownAt(flight, now);
  return {
    departure: departureView(flight, known),
    arrival: arrivalView(flight, known, seed),
    status: overall(known),
  };
}
