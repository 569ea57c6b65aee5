import type { LocationType } from "@/lib/model/airport";
import type { FlightObservation, FlightSaid } from "@/lib/model/flight";
import type { RejectRule } from "@/lib/model/reject";
import type { FlightStream } from "@/lib/model/stream";
import { type DesignatorFault, readDesignators } from "./designators";
import { carrierFieldName, timeFieldName } from "./field-names";
import { type NoteValue, readFlightTexts } from "./flight-texts";
import { type FlightTimes, readFlightTimes } from "./flight-times";
import { codeOf, type SentFlight, textOf } from "./sent-flight";
import { toServiceType } from "./service-type";

type Place = { timeZone: string | null; locationType: LocationType | null };

/** What is known of a place: its IANA zone and its kind; null for a code that nobody knows. */
export type FindPlace = (code: string) => Place | null;

/** The rules that a flight can break. */
export type FlightRule = Exclude<RejectRule, "duplicate_code" | "missing_code" | "invalid_code">;

/** Why a flight cannot be kept: the field, as the stream names it, and what was sent there. */
export type FlightFault = { rule: FlightRule; field: string; value: unknown };

export type NormalizedFlight =
  | { kind: "flight"; observation: FlightObservation }
  | { kind: "fault"; fault: FlightFault };

const NOWHERE: Place = { timeZone: null, locationType: null };

/**
 * What one item says of one flight. Carrier, number (or a partner's, see `readDesignators`), both airports and the scheduled
 * departure name the flight: without one of them it is a fault. All else may be missing; what is there and cannot be used
 * is noted, and the flight kept without it.
 */
export function normalizeFlight(
  sent: SentFlight,
  { stream, findPlace, note }: { stream: FlightStream; findPlace: FindPlace; note: NoteValue },
): NormalizedFlight {
  const designators = readDesignators(sent);
  if ("rule" in designators) return toFault(carrierFault(stream, designators));
  const origin = readAirport(sent.departure.airport, "Departure.AirportCode");
  if (typeof origin !== "string") return toFault(origin);
  const destination = readAirport(sent.arrival.airport, "Arrival.AirportCode");
  if (typeof destination !== "string") return toFault(destination);

  const from = findPlace(origin) ?? NOWHERE;
  const to = findPlace(destination) ?? NOWHERE;
  const times = readFlightTimes(
    sent,
    { departure: from.timeZone, arrival: to.timeZone },
    { stream, note },
  );
  const flightDate = times.scheduledDeparture?.local.slice(0, 10);
  if (!flightDate) return toFault(departureFault(sent, stream));

  for (const fault of designators.unusable) {
    const { field, value } = carrierFault(stream, fault);
    note(field, value);
  }
  const { flight, codeshares } = designators;
  const { carrier, number, numberText, suffix } = flight;
  return {
    kind: "flight",
    observation: {
      carrier,
      number,
      numberText,
      suffix,
      origin,
      destination,
      flightDate,
      said: toSaid(sent, times, { stream, from, to, note }),
      codeshares,
    },
  };
}

/** Field by field, for spreading objects of this size takes longer than all the rest. */
function toSaid(
  sent: SentFlight,
  times: FlightTimes,
  { stream, from, to, note }: { stream: FlightStream; from: Place; to: Place; note: NoteValue },
): FlightSaid {
  const texts = readFlightTexts(sent, stream, note);
  return {
    scheduledDeparture: times.scheduledDeparture,
    estimatedDeparture: times.estimatedDeparture,
    actualDeparture: times.actualDeparture,
    scheduledArrival: times.scheduledArrival,
    estimatedArrival: times.estimatedArrival,
    actualArrival: times.actualArrival,
    departureTerminal: texts.departureTerminal,
    departureGate: texts.departureGate,
    arrivalTerminal: texts.arrivalTerminal,
    arrivalGate: texts.arrivalGate,
    aircraftType: texts.aircraftType,
    registration: texts.registration,
    departureTimeZone: from.timeZone,
    arrivalTimeZone: to.timeZone,
    statusCode: texts.statusCode,
    departureStatusCode: texts.departureStatusCode,
    arrivalStatusCode: texts.arrivalStatusCode,
    status: sent.status,
    serviceType: toServiceType(texts.aircraftType, [from.locationType, to.locationType]),
    stops: readStops(sent.stops),
  };
}

const toFault = (fault: FlightFault): NormalizedFlight => ({ kind: "fault", fault });

const carrierFault = (stream: FlightStream, { rule, of, value }: DesignatorFault): FlightFault => ({
  rule,
  field: carrierFieldName(stream, of, rule.endsWith("carrier") ? "carrier" : "number"),
  value,
});

function readAirport(value: unknown, field: string): string | FlightFault {
  const code = codeOf(value);
  if (code === null) return { rule: "missing_airport", field, value };
  return /^[A-Z]{3}$/.test(code) ? code : { rule: "invalid_airport", field, value };
}

/** Without its scheduled departure nobody knows which day's flight it is. */
function departureFault({ departure }: SentFlight, stream: FlightStream): FlightFault {
  const value = departure.scheduled?.local;
  return {
    rule: textOf(value) === null ? "missing_time" : "invalid_time",
    field: timeFieldName(stream, "scheduledDeparture", "local"),
    value,
  };
}

/** Stops inside one number; null where the stream does not say. */
function readStops(value: unknown): number | null {
  const stops = Number(textOf(value) ?? Number.NaN);
  return Number.isInteger(stops) && stops >= 0 && stops < 100 ? stops : null;
}
