import { fieldOf } from "@/lib/lufthansa/flight-responses";
import { toList } from "@/lib/lufthansa/responses";
import type { FlightStatus } from "@/lib/model/flight";
import {
  codeOf,
  readDesignatorFields,
  type SentFlight,
  type SentSide,
  type SentTime,
} from "./sent-flight";

/** `FlightStatus` codes (API.md section 7). NA: no departure is reported yet. */
export const FLIGHT_STATUS_CODES: Readonly<Record<string, FlightStatus>> = {
  NA: "scheduled",
  DP: "departed",
  LD: "landed",
  CD: "cancelled",
  DV: "diverted",
  RT: "rerouted",
};

/** One flight of a flight status answer (API.md section 5.3): local times and UTC, one status for the whole flight. */
export function readStatusFlight(flight: unknown): SentFlight {
  const equipment = fieldOf(flight, "Equipment");
  const statusCode = fieldOf(fieldOf(flight, "FlightStatus"), "Code");
  const code = codeOf(statusCode);
  return {
    departure: readSide(fieldOf(flight, "Departure")),
    arrival: readSide(fieldOf(flight, "Arrival")),
    operating: readDesignatorFields(fieldOf(flight, "OperatingCarrier")),
    marketing: toList(fieldOf(flight, "MarketingCarrier")).map(readDesignatorFields),
    aircraftType: fieldOf(equipment, "AircraftCode"),
    registration: fieldOf(equipment, "AircraftRegistration"),
    statusCode,
    stops: undefined,
    blockMinutes: null,
    status: code === null ? null : (FLIGHT_STATUS_CODES[code] ?? "unknown"),
    hasDeparted: code === "DP" || code === "LD",
    hasLanded: code === "LD",
  };
}

function readSide(side: unknown): SentSide {
  const terminal = fieldOf(side, "Terminal");
  return {
    airport: fieldOf(side, "AirportCode"),
    scheduled: readTime(side, "ScheduledTimeLocal", "ScheduledTimeUTC"),
    estimated: readTime(side, "EstimatedTimeLocal", "EstimatedTimeUTC"),
    actual: readTime(side, "ActualTimeLocal", "ActualTimeUTC"),
    terminal: fieldOf(terminal, "Name"),
    gate: fieldOf(terminal, "Gate"),
    statusCode: fieldOf(fieldOf(side, "TimeStatus"), "Code"),
  };
}

function readTime(side: unknown, localField: string, utcField: string): SentTime {
  const local = fieldOf(fieldOf(side, localField), "DateTime");
  const utc = fieldOf(fieldOf(side, utcField), "DateTime");
  return local === undefined && utc === undefined ? null : { local, utc };
}
