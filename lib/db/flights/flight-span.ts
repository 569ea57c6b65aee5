import { type FlightFilter, UNINDEXED_DAYS } from "@/lib/contract/flight-filter";
import { AppError } from "@/lib/errors";
import { type Fragment, fragment } from "../fragment";
import { numbersIn } from "./flight-search";

type Span = Pick<FlightFilter, "flight_date" | "from" | "to">;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The days of departure that are asked for, on `flights f`. */
export function spanConditions({ flight_date, from, to }: Span): Fragment[] {
  const conditions: Fragment[] = [];
  if (flight_date) conditions.push(fragment("f.flight_date = ?", flight_date));
  if (from) conditions.push(fragment("f.flight_date >= ?", from));
  if (to) conditions.push(fragment("f.flight_date <= ?", to));
  return conditions;
}

/** Whether the filter names a day, or so few days that they can be looked through one by one. */
export function isShort({ flight_date, from, to }: Span): boolean {
  if (flight_date) return true;
  if (!from || !to) return false;
  return (Date.parse(to) - Date.parse(from)) / DAY_MS < UNINDEXED_DAYS;
}

/** Throws `validation_failed` where the last day lies before the first. */
export function checkSpan({ from, to }: Span): void {
  if (!from || !to || from <= to) return;
  throw new AppError("validation_failed", "The last day lies before the first. Swap from and to.", {
    invalidParams: [{ name: "query.to", reason: "must not lie before the first day" }],
  });
}

/** Filters that no index serves: each row of what the others leave must be looked at. */
const UNINDEXED = [
  "flight_status",
  "service_type",
  "aircraft_type",
  "registration",
  "departure_country",
  "arrival_country",
  "departure_delay_min",
  "departure_delay_max",
  "arrival_delay_min",
  "arrival_delay_max",
  "departure_hour",
  "departure_weekday",
  "updated_since",
] as const satisfies readonly (keyof FlightFilter)[];

export const unindexedIn = (filter: FlightFilter): string[] =>
  UNINDEXED.filter((name) => filter[name] !== undefined);

/** Throws `range_required` where the filter needs a look at flights of more than 92 days, and what checkSpan throws. */
export function checkFlightFilter(filter: FlightFilter): void {
  checkSpan(filter);
  const [first] = unindexedIn(filter);
  if (first !== undefined && !isNarrow(filter)) throw rangeRequired(`query.${first}`);
}

/** Few enough flights that each can be looked at. */
export const isNarrow = (filter: FlightFilter): boolean =>
  isShort(filter) || numbersIn(filter).length > 0;

/** The error for what would look at all flights, with what to add. `name` is the field that needs it. */
export function rangeRequired(name: string): AppError {
  const reason = `needs flight_date, or from and to of at most ${UNINDEXED_DAYS} days, or flight_number`;
  return new AppError(
    "range_required",
    `${name} would look at every flight: it ${reason}. Add one of them.`,
    { invalidParams: [{ name, reason }] },
  );
}
