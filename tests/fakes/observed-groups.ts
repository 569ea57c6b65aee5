import fc from "fast-check";
import type { ObservedGroup } from "@/lib/merge/merge-flights";
import {
  FLIGHT_STATUSES,
  type FlightSaid,
  type FlightTime,
  type ObservedFlight,
  TIME_BASES,
} from "@/lib/model/flight";
import { FLIGHT_STREAMS } from "@/lib/model/stream";
import {
  BOARD_WINDOW,
  nothingSaid,
  observed,
  ROUTE_WINDOW,
  soldAs,
  wallTime,
} from "./flight-observations";

/** Few values of everything, so that what is observed contradicts itself as often as it can. */
const DEPARTURES = ["07:10", "07:25", "08:30", "14:00", "23:50"];
const MOMENTS = Array.from({ length: 6 }, (_, index) => `2030-05-01T0${index}:00`);
const HASHES = ["a", "b", "c"];
const SEVERAL_NUMBERS = [0, 1070, 1072];

const oneOf = <Value>(values: readonly Value[]) => fc.constantFrom(...values);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

/** A wall time whose instant may be known, guessed or contradict what another answer makes of it. */
const time: fc.Arbitrary<FlightTime> = fc
  .record({ local: oneOf(DEPARTURES), basis: oneOf(TIME_BASES), isAnHourOff: fc.boolean() })
  .map(({ local, basis, isAnHourOff }) => {
    const right = wallTime(local, basis);
    if (basis !== "earlier" || !isAnHourOff) return right;
    const early = new Date(Date.parse(right.utc ?? "") - 3_600_000).toISOString();
    return { ...right, utc: `${early.slice(0, 16)}Z` };
  });

const said: fc.Arbitrary<FlightSaid> = fc
  .record({
    scheduledDeparture: time,
    estimatedDeparture: maybe(time),
    actualDeparture: maybe(time),
    scheduledArrival: maybe(time),
    actualArrival: maybe(time),
    departureGate: maybe(oneOf(["A1", "B2"])),
    aircraftType: maybe(oneOf(["320", "32N", "TRN"])),
    departureTimeZone: maybe(oneOf(["Europe/Berlin", "Europe/Zurich"])),
    statusCode: maybe(oneOf(["OT", "DP", "LD"])),
    status: maybe(oneOf(FLIGHT_STATUSES.filter((status) => status !== "withdrawn"))),
    serviceType: maybe(oneOf(["air", "rail"] as const)),
    stops: maybe(oneOf([0, 1])),
  })
  .map((some) => ({ ...nothingSaid(), ...some }));

const observation: fc.Arbitrary<ObservedFlight> = fc
  .record({
    at: oneOf(MOMENTS),
    stream: oneOf(FLIGHT_STREAMS),
    payloadHash: oneOf(HASHES),
    item: oneOf([0, 1]),
    number: oneOf(SEVERAL_NUMBERS),
    writtenLong: fc.boolean(),
    codeshares: fc.uniqueArray(oneOf(["LH5771", "UA9047", "UA047", "UA47"]), { maxLength: 2 }),
    window: oneOf([ROUTE_WINDOW, ROUTE_WINDOW, BOARD_WINDOW]),
    said,
  })
  .map(({ writtenLong, codeshares, ...rest }) => ({
    ...observed({ ...rest, payloadId: `payload ${rest.payloadHash} ${rest.at}` }),
    said: rest.said,
    ...(rest.number > 0 && writtenLong ? { numberText: `0${rest.number}` } : {}),
    codeshares: codeshares.map(soldAs),
  }));

const placeOf = ({ observedAt, stream, payloadHash, item }: ObservedFlight) =>
  `${observedAt.getTime()} ${stream} ${payloadHash} ${item}`;

const answer = fc
  .record({ from: fc.nat(MOMENTS.length - 1), lasting: fc.nat(1) })
  .map(({ from, lasting }) => ({
    stream: "schedules" as const,
    window: ROUTE_WINDOW,
    startedAt: new Date(Date.parse(`${MOMENTS[from]}Z`) - 1_000),
    observedAt: new Date(Date.parse(`${MOMENTS[from]}Z`) + lasting * 3_600_000),
  }));

/** Conflicting observations of all three streams of one group, and complete answers between them. */
export const observedGroups = (most: number): fc.Arbitrary<ObservedGroup> =>
  fc.record({
    observations: fc.uniqueArray(observation, {
      minLength: 1,
      maxLength: most,
      selector: placeOf,
    }),
    answers: fc.array(answer, { maxLength: 3 }),
  });
