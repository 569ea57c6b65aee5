import type { FlightFilter } from "@/lib/contract/flight-filter";
import { parseFlightNumber } from "@/lib/model/flight-number";

/** Flight numbers that are asked for, by field or as a search text. All of them must be of the flight. */
export const numbersIn = ({ flight_number, q }: FlightFilter): string[] =>
  present(flight_number, kindOf(q) === "number" ? q : undefined);

/** Airports that a flight must leave or reach. */
export const airportsIn = ({ airport, q }: FlightFilter): string[] =>
  present(airport, kindOf(q) === "airport" ? q : undefined);

/** Airlines that must operate or sell a flight. */
export const airlinesIn = ({ airline_code, q }: FlightFilter): string[] =>
  present(airline_code, kindOf(q) === "airline" ? q : undefined);

/** Three letters are an airport: airlines are known by their codes of two characters. */
function kindOf(q: string | undefined): "number" | "airport" | "airline" | null {
  if (q === undefined) return null;
  if (parseFlightNumber(q)) return "number";
  return /^[A-Z]{3}$/.test(q) ? "airport" : "airline";
}

const present = (...values: (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];
