import type { Reject } from "@/lib/model/reject";
import { toSample, toText } from "../sample";
import type { FlightFault, FlightRule } from "./normalize-flight";
import { codeOf, type SentFlight, textOf } from "./sent-flight";

const MESSAGES: Readonly<Record<FlightRule, string>> = {
  unreadable_record: "This is no flight at all.",
  missing_carrier: "Nothing says which airline this flight is of.",
  invalid_carrier: "The airline is no code of two characters or three letters.",
  missing_number: "The flight has no number, of its own or of a partner.",
  invalid_number: "The number is not one to four digits above 0 with a letter or none.",
  missing_airport: "One end of the flight is missing, so it cannot be told from others.",
  invalid_airport: "The airport is no code of three letters.",
  missing_time: "The flight has no scheduled departure, so its day is not known.",
  invalid_time:
    "The scheduled departure is no local time from 2000 to 2099, so the flight's day is not known.",
};

/** An item that gave no observation, with what a person needs to mend it. `sent` is null where it was no flight at all. */
export function toFlightReject(
  item: unknown,
  sent: SentFlight | null,
  fault: FlightFault | null,
): Reject {
  const sample = toSample(item);
  const rule = fault?.rule ?? "unreadable_record";
  const value = fault?.value ?? null;
  return {
    rule,
    key: sent ? describe(sent).slice(0, 60) : sample.slice(0, 60),
    field: fault?.field ?? null,
    value: value === null ? null : toText(value, 255),
    message: `${MESSAGES[rule]} It is kept in the raw answer; once mended, normalize again.`,
    sample,
  };
}

/** `LH400 FRA-JFK 2030-05-01T10:25` as far as it was sent. */
function describe({ operating, marketing, departure, arrival }: SentFlight): string {
  const carrier = textOf(operating.carrier) === null ? marketing[0] : operating;
  const number = `${codeOf(carrier?.carrier) ?? "?"}${codeOf(carrier?.number) ?? "?"}`;
  const route = `${codeOf(departure.airport) ?? "?"}-${codeOf(arrival.airport) ?? "?"}`;
  return `${number} ${route} ${textOf(departure.scheduled?.local) ?? "?"}`;
}
