import { numberText } from "../flights/scheduled-service";
import type { Station } from "../flights/stations";
import { scheduledTerminal } from "../flights/terminal";
import { toWall } from "../flights/time-zone";
import { dateTimeText, dayText, weekdayOf } from "../flights/wall-clock";
import { collapse, type Item } from "../json";
import { seededFraction } from "../seeded";
import type { Journey, Segment } from "./journeys";
import { onBoardEquipment } from "./on-board-equipment";

/** A number that a segment is sold under. */
type Sold = { carrier: string; number: number };

/** ISO 8601 as recorded: PT1H5M, PT1H, P1DT4H. */
export function durationText(minutes: number): string {
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor((minutes % 1440) / 60),
    minutes % 60,
  ];
  const time = `${hours ? `${hours}H` : ""}${rest ? `${rest}M` : ""}`;
  return `P${days ? `${days}D` : ""}${time ? `T${time}` : ""}`;
}

const end = (station: Station, instant: number, carrier: string, seed: number): Item => ({
  AirportCode: station.code,
  ScheduledTimeLocal: { DateTime: dateTimeText(toWall(station.timeZone, instant)) },
  ...scheduledTerminal(station.code, carrier, seed),
});

/** Weekdays of a leg: those of its service, later by the days that it is under way. */
const weekdays = ({ service, first }: Segment) =>
  [...service.days]
    .map((day) => 1 + ((Number(day) - 1 + first.day - first.serviceDay) % 7))
    .sort()
    .join("");

/** A season falls into two periods at a day of the service's own; the days of a change of clocks stand alone. */
function period(segment: Segment, alone: boolean, seed: number): Item {
  const { service, first } = segment;
  const { season, day } = first;
  if (alone || day === season.first || day === season.last) {
    return {
      DaysOfOperation: String(weekdayOf(day)),
      DatePeriod: { Effective: dayText(day), Expiration: dayText(day) },
    };
  }
  const share = 0.2 + 0.6 * seededFraction(seed, "period", service.carrier, service.number);
  const change = Math.floor(season.first + share * (season.last - season.first));
  const [from, to] = day < change ? [season.first, change - 1] : [change, season.last];
  return {
    DaysOfOperation: weekdays(segment),
    DatePeriod: { Effective: dayText(from), Expiration: dayText(to) },
  };
}

function toLeg(segment: Segment, sold: Sold, alone: boolean, seed: number): Item {
  const { service, first, last, stops } = segment;
  return {
    Departure: end(first.origin, first.departure, service.carrier, seed),
    Arrival: end(last.destination, last.arrival, service.carrier, seed),
    MarketingCarrier: { AirlineID: sold.carrier, FlightNumber: numberText(sold.number) },
    // Only where it differs, and without a number (API.md 5.2).
    ...(sold.carrier !== service.carrier && { OperatingCarrier: { AirlineID: service.carrier } }),
    Equipment: { AircraftCode: service.aircraft, ...onBoardEquipment(service, seed) },
    Details: { Stops: { StopQuantity: stops }, ...period(segment, alone, seed) },
  };
}

function toSchedule(journey: Journey, legs: readonly Item[]): Item {
  const [from, to] = [journey[0]?.first.departure ?? 0, journey.at(-1)?.last.arrival ?? 0];
  return { TotalJourney: { Duration: durationText(to - from) }, Flight: collapse(legs) };
}

const ownNumber = ({ service }: Segment): Sold => ({
  carrier: service.seller,
  number: service.number,
});

/** Numbers that are listed twice, for the whole period and for the day alone. */
const LISTED_TWICE = 0.15;

/** A segment once under each of its numbers, its own first; some a second time for a shorter period. */
export function directSchedules(segment: Segment, seed: number): Item[] {
  const { service } = segment;
  const twice =
    seededFraction(seed, "listed twice", service.carrier, service.number) < LISTED_TWICE;
  const numbers = [ownNumber(segment), ...service.partners];
  return [
    ...numbers.map((sold) => toSchedule([segment], [toLeg(segment, sold, false, seed)])),
    ...(twice ? [toSchedule([segment], [toLeg(segment, ownNumber(segment), true, seed)])] : []),
  ];
}

/** A connection under the numbers of its legs, and once more where Lufthansa sells the first leg too. */
export function connectionSchedules(journey: Journey, seed: number): Item[] {
  const legs = (first: Sold | null) =>
    journey.map((segment, index) =>
      toLeg(segment, (index === 0 && first) || ownNumber(segment), false, seed),
    );
  const sold = journey[0]?.service.partners.find(({ carrier }) => carrier === "LH") ?? null;
  return [toSchedule(journey, legs(null)), ...(sold ? [toSchedule(journey, legs(sold))] : [])];
}
