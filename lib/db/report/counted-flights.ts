import { allOf, type Fragment, fragment } from "../fragment";

/** Local days of scheduled departure, both included; null: without that border. */
export type ReportRange = { from: string | null; to: string | null };

/** Which flights a column of the report counts. */
export type ReportedFlights = ReportRange & { only: "all" | "air" };

/**
 * The flights that figures are of: withdrawn ones did not take place, and a number with stops is a segment whose legs are
 * counted themselves. The table is `f`.
 */
export function countedFlights({ from, to, only }: ReportedFlights): Fragment {
  const conditions = [fragment("f.stops = 0 AND f.status <> 'withdrawn'")];
  if (only === "air") conditions.push(fragment("f.service_type = 'air'"));
  if (from) conditions.push(fragment("f.flight_date >= ?", from));
  if (to) conditions.push(fragment("f.flight_date <= ?", to));
  return allOf(conditions);
}

/** It left, or came down where it was meant to, as the source has confirmed. */
export const DEPARTED = "f.actual_departure_local IS NOT NULL";
export const ARRIVED =
  "f.actual_arrival_local IS NOT NULL AND f.status NOT IN ('diverted', 'rerouted')";

/**
 * Minutes late, null where it did not happen. An airport without a known zone has no instants: there it is the difference of
 * its own two wall times, which is the same but on a night when its clocks change.
 */
export const DEPARTURE_DELAY = delay("departure");
export const ARRIVAL_DELAY = delay("arrival");

function delay(side: "departure" | "arrival"): string {
  const wall = (kind: string) => `STR_TO_DATE(f.${kind}_${side}_local, '%Y-%m-%dT%H:%i')`;
  return `COALESCE(f.${side}_delay_minutes,
    IF(f.actual_${side}_basis = 'no_zone', TIMESTAMPDIFF(MINUTE, ${wall("scheduled")}, ${wall("actual")}), NULL))`;
}
