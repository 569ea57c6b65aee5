import type { FlightSaid, TextField } from "@/lib/model/flight";
import type { FlightStream } from "@/lib/model/stream";
import { FIELD_NAMES } from "./field-names";
import { codeOf, type SentFlight, textOf } from "./sent-flight";

/** Notes a value that cannot be used, by its path below the flight as it is sent. */
export type NoteValue = (field: string, value: unknown) => void;

type FlightTexts = Pick<FlightSaid, Exclude<TextField, "departureTimeZone" | "arrivalTimeZone">>;

/**
 * The longest values that can be right; what is longer is something else and is noted. Recorded are at most 7 (`Area A`,
 * `Station`).
 */
const LONGEST = { terminal: 10, gate: 10, aircraftType: 4, registration: 10, statusCode: 8 };

/** Terminals, gates, aircraft and status codes as sent: codes in capital letters, numbers as texts. */
export function readFlightTexts(
  sent: SentFlight,
  stream: FlightStream,
  note: NoteValue,
): FlightTexts {
  const { departure, arrival } = sent;
  const { status, sideStatus } = FIELD_NAMES[stream];
  const read = (text: string | null, kind: keyof typeof LONGEST, field: string): string | null => {
    if (text === null || text.length <= LONGEST[kind]) return text;
    note(field, text);
    return null;
  };
  return {
    departureTerminal: read(textOf(departure.terminal), "terminal", "Departure.Terminal.Name"),
    departureGate: read(textOf(departure.gate), "gate", "Departure.Terminal.Gate"),
    arrivalTerminal: read(textOf(arrival.terminal), "terminal", "Arrival.Terminal.Name"),
    arrivalGate: read(textOf(arrival.gate), "gate", "Arrival.Terminal.Gate"),
    aircraftType: read(codeOf(sent.aircraftType), "aircraftType", "Equipment.AircraftCode"),
    registration: read(codeOf(sent.registration), "registration", "Equipment.AircraftRegistration"),
    statusCode: read(codeOf(sent.statusCode), "statusCode", status),
    departureStatusCode: read(
      codeOf(departure.statusCode),
      "statusCode",
      `Departure.${sideStatus}`,
    ),
    arrivalStatusCode: read(codeOf(arrival.statusCode), "statusCode", `Arrival.${sideStatus}`),
  };
}
