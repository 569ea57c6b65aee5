import type { Item } from "../json";
import { seededFraction } from "../seeded";
import type { Flight } from "./flight";
import type { ServiceKind } from "./scheduled-service";

/** Terminals by airport: of the airport's own group, and of the others. Null: the airport names none. */
const KNOWN: Record<string, readonly [own: string | null, others: string | null]> = {
  FRA: ["1", "2"],
  MUC: ["2", "1"],
  VIE: ["3", "1"],
  ZRH: [null, null],
  BRU: [null, null],
  LHR: ["2", "5"],
  JFK: ["1", "4"],
  CDG: ["1", "2"],
  HND: ["3", "3"],
  NRT: ["1", "1"],
};
const GROUP = new Set(["LH", "CL", "LX", "2L", "WK", "OS", "SN", "EN", "EW", "4Y"]);

/** Names at other airports, the frequent ones more often; a quarter names none. */
const NAMES = [null, null, "1", "1", "1", "2", "2", "3", "I", "B", "A", "5"];

function nameAt(airport: string, carrier: string, seed: number): string | null {
  const known = KNOWN[airport];
  if (known) return GROUP.has(carrier) ? known[0] : known[1];
  const place = seededFraction(seed, "terminal", airport);
  return NAMES[Math.floor(place * NAMES.length)] ?? null;
}

const GATE_LETTERS = "AABBCDEZ";

function gateAt(airport: string, seed: number, key: string): string {
  const chance = (what: string) => seededFraction(seed, what, airport, key);
  const number = 1 + Math.floor(chance("gate") * 60);
  const letters = seededFraction(seed, "lettered gates", airport) < 0.7 || airport in KNOWN;
  if (!letters) return String(number).padStart(3, "0");
  const letter = GATE_LETTERS.charAt(Math.floor(chance("pier") * GATE_LETTERS.length));
  return `${letter}${String(number).padStart(2, "0")}`;
}

/** Shares of rows with a gate: recorded of departures 84 %, of arrivals 58 % (2024). */
const WITH_GATE = { departure: 0.86, arrival: 0.6 };
/** Where baggage or passengers come out, when it is not a gate. */
const AREAS = ["Area A", "Area B", "SBS", "T02S", "GRA"];

function rail(kind: ServiceKind, side: "departure" | "arrival", airport: string): Item {
  if (kind === "bus") return {};
  if (airport === "FRA") return { Terminal: { Name: "TN", Gate: "004" } };
  if (airport === "VIE") return { Terminal: { Name: "3", Gate: "TRAIN" } };
  return side === "departure" ? { Terminal: { Gate: "005" } } : {};
}

/** `{ Terminal: … }` of one end of a flight, or nothing: name and gate may each be missing. */
export function terminalOf(flight: Flight, side: "departure" | "arrival", seed: number): Item {
  const { service, key } = flight;
  const airport = (side === "departure" ? flight.origin : flight.destination).code;
  if (service.kind === "rail" || service.kind === "bus") return rail(service.kind, side, airport);
  const name = nameAt(airport, service.carrier, seed);
  const chance = (what: string) => seededFraction(seed, what, side, key);
  const area = side === "arrival" && chance("area") < 0.08;
  const gate = chance("with gate") < WITH_GATE[side];
  const areaName = AREAS[Math.floor(chance("which area") * AREAS.length)] ?? "GRA";
  if (name === null && !gate) return {};
  return {
    Terminal: {
      ...(name !== null && { Name: name }),
      ...(gate && { Gate: area ? areaName : gateAt(airport, seed, key) }),
    },
  };
}

/** The terminal as schedules have it: the name only, known long before. */
export function scheduledTerminal(airport: string, carrier: string, seed: number): Item {
  const name = nameAt(airport, carrier, seed);
  return name === null ? {} : { Terminal: { Name: name } };
}
