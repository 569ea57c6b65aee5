import type { Flight } from "./flight";
import { type KnownState, knownAt } from "./known-state";
import { type FlightView, type SideView, viewOf } from "./side-view";

const EARLY = -15;
const LATE = 16;

function departureView({ departure, life }: Flight, known: KnownState): SideView {
  if (known.cancelled) return viewOf(departure, "NO");
  if (known.departed) return viewOf(departure, "DP", { actual: departure + life.departureDelay });
  const announced = known.departureForecast;
  // What is on time has an Actual that never happened; what is late has none (API.md section 7).
  return announced === null || life.departureUntold
    ? viewOf(departure, "OT", { actual: departure })
    : viewOf(departure, "DL", { estimated: departure + announced });
}

function arrivalView({ arrival, service, life }: Flight, known: KnownState): SideView {
  if (known.cancelled) return viewOf(arrival, "NO");
  if (known.landed) return viewOf(arrival, "LD", { actual: arrival + life.arrivalDelay });
  const surface = service.kind !== "air";
  const delay = known.diverted || (surface && life.arrivalUntold) ? 0 : known.arrivalForecast;
  const forecast = arrival + delay;
  if (delay > EARLY && delay < LATE) return viewOf(arrival, "OT", { actual: forecast });
  return viewOf(arrival, delay < 0 ? "FE" : "DL", { estimated: forecast, actual: forecast });
}

function overall(known: KnownState, departure: SideView, arrival: SideView): string {
  if (known.cancelled) return "CD";
  if (known.diverted) return "DV";
  return departure.status === "DP" ? arrival.status : departure.status;
}

/** What customer flight information shows at `now`: forecasts stand in `Actual` as measured (API.md section 7). */
export function flightInformationView(flight: Flight, now: number): FlightView {
  const known = knownAt(flight, now);
  const departure = departureView(flight, known);
  const arrival = arrivalView(flight, known);
  return { departure, arrival, status: overall(known, departure, arrival) };
}
