import {
  type FlightEventField,
  type FlightRecord,
  TEXT_FIELDS,
  TIME_FIELDS,
} from "@/lib/model/flight";

export type MergedSaid = FlightRecord["said"];
type ChangingField = Exclude<FlightEventField, "seen">;

/** A zone belongs to the airport and not to the flight: its change is no event. */
const TOLD_TEXTS = TEXT_FIELDS.filter(
  (field) => field !== "departureTimeZone" && field !== "arrivalTimeZone",
);

/** The fields whose changes are events, in the order in which one answer's changes are told. */
export const CHANGING_FIELDS: readonly ChangingField[] = [
  "status",
  ...TIME_FIELDS,
  ...TOLD_TEXTS,
  "serviceType",
  "stops",
];

/** The value of each changing field as an event tells it: a time as its UTC instant where that is known, else as wall time. */
export function toEventValues(said: MergedSaid): (string | null)[] {
  const values: (string | null)[] = [said.status];
  for (const field of TIME_FIELDS) values.push(said[field]?.utc ?? said[field]?.local ?? null);
  for (const field of TOLD_TEXTS) values.push(said[field]);
  values.push(said.serviceType, String(said.stops));
  return values;
}
