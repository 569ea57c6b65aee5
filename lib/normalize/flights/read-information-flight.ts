import { fieldOf } from "@/lib/lufthansa/flight-responses";
import { toList } from "@/lib/lufthansa/responses";
import type { FlightStatus } from "@/lib/model/flight";
import {
  codeOf,
  readDesignatorFields,
  type SentFlight,
  type SentSide,
  type SentTime,
  textOf,
} from "./sent-flight";

/**
 * What the status of the whole flight says by itself (API.md section 7); null: only how punctual it is, the sides say the
 * rest.
 */
export const INFORMATION_STATUS_CODES: Readonly<Record<string, FlightStatus | null>> = {
  CD: "cancelled",
  DV: "diverted",
  RT: "rerouted",
  LD: "landed",
  DP: "departed",
  OT: null,
  DL: null,
  FE: null,
  NI: null,
  NO: null,
  NA: null,
};

/**
 * One flight of a customer flight information answer (API.md section 5.4): local times only, a status for each side and one
 * for both.
 */
export function readInformationFlight(flight: unknown): SentFlight {
  const departure = fieldOf(flight, "Departure");
  const arrival = fieldOf(flight, "Arrival");
  const statusCode = codeBelow(flight);
  const hasDeparted = codeOf(codeBelow(departure)) === "DP";
  const hasLanded = codeOf(codeBelow(arrival)) === "LD";
  const marketing = fieldOf(fieldOf(flight, "MarketingCarrierList"), "MarketingCarrier");
  return {
    departure: readSide(departure),
    arrival: readSide(arrival),
    operating: readDesignatorFields(fieldOf(flight, "OperatingCarrier")),
    marketing: toList(marketing).map(readDesignatorFields),
    aircraftType: fieldOf(fieldOf(flight, "Equipment"), "AircraftCode"),
    registration: undefined,
    statusCode,
    stops: undefined,
    blockMinutes: null,
    status: toStatus(codeOf(statusCode), hasDeparted, hasLanded),
    hasDeparted,
    hasLanded,
  };
}

function toStatus(
  code: string | null,
  hasDeparted: boolean,
  hasLanded: boolean,
): FlightStatus | null {
  const told = code === null ? null : INFORMATION_STATUS_CODES[code];
  if (told && told !== "departed") return told;
  if (hasLanded) return "landed";
  if (hasDeparted || told) return "departed";
  if (code === null) return null;
  return told === undefined ? "unknown" : "scheduled";
}

const codeBelow = (value: unknown): unknown => fieldOf(fieldOf(value, "Status"), "Code");

function readSide(side: unknown): SentSide {
  const terminal = fieldOf(side, "Terminal");
  return {
    airport: fieldOf(side, "AirportCode"),
    scheduled: readTime(fieldOf(side, "Scheduled")),
    estimated: readTime(fieldOf(side, "Estimated")),
    actual: readTime(fieldOf(side, "Actual")),
    terminal: fieldOf(terminal, "Name"),
    gate: fieldOf(terminal, "Gate"),
    statusCode: codeBelow(side),
  };
}

function readTime(time: unknown): SentTime {
  const date = textOf(fieldOf(time, "Date"));
  const clock = textOf(fieldOf(time, "Time"));
  if (date === null && clock === null) return null;
  return { local: `${date ?? ""}T${clock ?? ""}`, utc: undefined };
}
