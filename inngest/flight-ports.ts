import { findPlaces } from "@/lib/db/airports/find-places";
import { findKnownWindows } from "@/lib/db/coverage/find-known-windows";
import { createFlightLedger } from "@/lib/db/ledger/create-flight-ledger";
import { findTracked } from "@/lib/db/tracked/find-tracked";
import { env } from "@/lib/env";
import { placeOf } from "@/lib/model/coverage";
import type { ObservedFlight } from "@/lib/model/flight";
import type { FlightStream, Scope } from "@/lib/model/stream";
import type { FlightKnowledge } from "@/lib/sync/flight-knowledge";
import type { PlannedWindow, SyncPorts } from "@/lib/sync/ports";
import { knownDays } from "@/lib/sync/streams/served-days";
import { isOwnerDead } from "./owner";
import { rawStore } from "./raw-store";
import { type RunWork, worldOf } from "./wiring";

/** The outside world of one run of flights. */
export async function flightPortsOf(
  stream: FlightStream,
  work: RunWork,
): Promise<SyncPorts<ObservedFlight, FlightKnowledge>> {
  const { kind: store } = await rawStore();
  return {
    ...(await worldOf(work)),
    ledger: createFlightLedger({ stream, owner: work.owner, store, isOwnerDead }),
    knowledge: (scope, window) => findFlightKnowledge({ stream, scope, window, now: new Date() }),
  };
}

/**
 * What is to be known before windows of flights are planned (`window` null) or one of them is read: what is followed, what was
 * answered already, and which days are served.
 */
export async function findFlightKnowledge(wish: {
  stream: FlightStream;
  scope: Scope;
  window: PlannedWindow | null;
  now: Date;
}): Promise<FlightKnowledge> {
  const { stream, scope, window, now } = wish;
  const horizonDays = env().SCHEDULES_HORIZON_DAYS;
  const days = window ? dayOf(window) : knownDays(scope, { now, horizonDays });
  const [findPlace, { routes, airports }, known] = await Promise.all([
    findPlaces(),
    findTracked(),
    findKnownWindows({ stream, place: window && placeOf(window.scope), ...days }),
  ]);
  return {
    now,
    routes,
    airports: airports.map((airport) => ({
      code: airport.airport_code,
      flightStatus: airport.flight_status,
      flightInformation: airport.flight_information,
    })),
    findPlace,
    known,
    boardDays: { back: env().FLIGHTS_SERVED_DAYS_BACK, ahead: env().FLIGHTS_SERVED_DAYS_AHEAD },
    horizonDays,
  };
}

const dayOf = ({ key }: PlannedWindow) => ({ from: key.slice(0, 10), to: key.slice(0, 10) });
