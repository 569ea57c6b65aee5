import {
  type Designator,
  type FlightSaid,
  type FlightTime,
  type ObservedFlight,
  TEXT_FIELDS,
  TIME_FIELDS,
  type TimeBasis,
  type WindowAnswer,
} from "@/lib/model/flight";

export const FLIGHT_DAY = "2030-05-01";
/** The window of schedules in which flights of the route are looked for. */
export const ROUTE_WINDOW = `FRA-ZRH ${FLIGHT_DAY}`;
export const BOARD_WINDOW = `FRA/departures ${FLIGHT_DAY}T04:00`;

/** Two hours east of UTC, as Frankfurt and Zurich are in May. */
const OFFSET_MS = 2 * 3_600_000;

/** A moment at Frankfurt or Zurich on the day of the flight: `07:10`, or `2030-05-02T00:10`. */
export function wallTime(text: string, basis: TimeBasis = "derived"): FlightTime {
  const local = text.length > 5 ? text : `${FLIGHT_DAY}T${text}`;
  const utc = new Date(Date.parse(`${local}Z`) - OFFSET_MS).toISOString();
  return { local, utc: basis === "no_zone" ? null : `${utc.slice(0, 16)}Z`, basis };
}

/** `LH5771`: a number that a flight is sold under. */
export const soldAs = (text: string): Designator => ({
  carrier: text.slice(0, 2),
  number: Number(text.slice(2)),
  numberText: text.slice(2),
  suffix: "",
});

export const nothingSaid = (): FlightSaid =>
  // Filled from the lists that define it.
  Object.fromEntries(
    [...TIME_FIELDS, ...TEXT_FIELDS, "status", "serviceType", "stops"].map((field) => [
      field,
      null,
    ]),
  ) as FlightSaid;

type Sketch = Partial<Omit<ObservedFlight, "observedAt" | "said" | "codeshares">> & {
  /** When the answer was received: `2030-04-30T06:00`, UTC. */
  at: string;
  departs?: string;
  soldAs?: readonly string[];
  said?: Partial<FlightSaid>;
};

/** What an answer says of LX 1070 from Frankfurt to Zurich, but for what is given. Its hash and payload follow its stream and time. */
export function observed({ at, departs = "07:10", said, soldAs: sold, ...rest }: Sketch) {
  const stream = rest.stream ?? "schedules";
  const number = rest.number ?? 1070;
  const observation: ObservedFlight = {
    carrier: "LX",
    number,
    numberText: number === 0 ? "" : String(number),
    suffix: "",
    origin: "FRA",
    destination: "ZRH",
    flightDate: FLIGHT_DAY,
    stream,
    observedAt: new Date(`${at}Z`),
    payloadId: `payload of ${stream} at ${at}`,
    payloadHash: `hash of ${stream} at ${at}`,
    item: 0,
    window: stream === "schedules" ? ROUTE_WINDOW : BOARD_WINDOW,
    codeshares: (sold ?? []).map(soldAs),
    ...rest,
    said: { ...nothingSaid(), scheduledDeparture: wallTime(departs), ...said },
  };
  return observation;
}

/** A complete answer of the route's schedules window, whose pages came within ten seconds. */
export const answered = (at: string, window = ROUTE_WINDOW): WindowAnswer => ({
  stream: "schedules",
  window,
  startedAt: new Date(Date.parse(`${at}Z`) - 10_000),
  observedAt: new Date(`${at}Z`),
});
