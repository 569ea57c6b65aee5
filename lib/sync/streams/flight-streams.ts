import { clockOf } from "@/lib/model/coverage";
import type { ObservedFlight } from "@/lib/model/flight";
import type { FlightStream, Scope } from "@/lib/model/stream";
import type { FlightKnowledge } from "../flight-knowledge";
import type { StreamPlan, SyncStream } from "../sync-stream";
import { toPlannedWindow } from "./flight-window";
import { describeLeftOut, planFlights } from "./plan-flights";
import { readFlightWindow } from "./read-flight-window";

type FlightSyncStream = SyncStream<ObservedFlight, FlightKnowledge>;

/** The streams of flights, by name. */
export const flightStreams: { readonly [Stream in FlightStream]: FlightSyncStream } = {
  schedules: flightStream("schedules"),
  "flight-information": flightStream("flight-information"),
  "flight-status": flightStream("flight-status"),
};

function flightStream(name: FlightStream): FlightSyncStream {
  return {
    name,
    plan(scope: Scope, knowledge: FlightKnowledge): StreamPlan {
      if (scope.kind !== "flights") throw new Error(`${name} is asked for by route or airport`);
      const plan = planFlights(name, scope, knowledge);
      return { windows: plan.windows.map(toPlannedWindow), note: describeLeftOut(plan) };
    },
    // Recorded outages took one origin and left the others (API.md section 3).
    placeOf: ({ scope }) => clockOf(scope),
    read: (window, context) => readFlightWindow(name, window, context),
  };
}
