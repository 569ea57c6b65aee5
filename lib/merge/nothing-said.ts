import type { FlightSaid } from "@/lib/model/flight";

/** An observation that says nothing: a beginning for one that says a little. */
export const NOTHING_SAID: FlightSaid = {
  scheduledDeparture: null,
  estimatedDeparture: null,
  actualDeparture: null,
  scheduledArrival: null,
  estimatedArrival: null,
  actualArrival: null,
  departureTerminal: null,
  departureGate: null,
  arrivalTerminal: null,
  arrivalGate: null,
  aircraftType: null,
  registration: null,
  departureTimeZone: null,
  arrivalTimeZone: null,
  statusCode: null,
  departureStatusCode: null,
  arrivalStatusCode: null,
  status: null,
  serviceType: null,
  stops: null,
};
