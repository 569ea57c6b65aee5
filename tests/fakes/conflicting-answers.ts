import { createHash } from "node:crypto";
import fc from "fast-check";
import type { FlightStream } from "@/lib/model/stream";
import { flightAsSent, STAGES, type Telling } from "./told-flight";

/** One page of an answer as Lufthansa sends it, with what the raw store knows of it. */
type RawPage = { json: unknown; observedAt: Date; payloadId: string; payloadHash: string };

/** One window, asked once: all its pages. */
export type RawAnswer = {
  stream: FlightStream;
  window: string;
  startedAt: Date;
  observedAt: Date;
  pages: readonly RawPage[];
};

const MOMENTS = ["2030-04-29T06:00", "2030-04-30T06:00", "2030-05-01T06:00", "2030-05-01T22:30"];
const DAYS = ["2030-05-01", "2030-05-02"] as const;
/** Retimed by minutes, to the night, over midnight: the last one is a flight of another day. */
const DEPARTURES = ["2030-05-01T07:10", "2030-05-01T07:25", "2030-05-01T23:50", "2030-05-02T00:10"];
const PAGE_MS = 2_000;

const oneOf = <Value>(values: readonly Value[]) => fc.constantFrom(...values);

const telling: fc.Arbitrary<Telling> = fc.record({
  number: fc.constant("1070"),
  departs: oneOf(DEPARTURES),
  stage: oneOf(STAGES),
  lateMinutes: oneOf([-5, 0, 20, 90]),
  gate: oneOf(["A1", "B2"]),
  aircraft: oneOf(["320", "32N"]),
  partners: fc.subarray(["LH5771", "UA9047"]),
});

type Asked = {
  stream: FlightStream;
  place: string;
  day: (typeof DAYS)[number];
  moment: string;
  telling: Telling;
  /** Schedules: the operating carrier's own number is told. Boards always tell it. */
  isNumbered: boolean;
  isListed: boolean;
  fliesTwice: boolean;
  isOnTwoPages: boolean;
};

const asked: fc.Arbitrary<Asked> = fc.record({
  stream: oneOf(["schedules", "schedules", "flight-information", "flight-status"] as const),
  place: oneOf(["FRA/departures", "ZRH/arrivals"]),
  day: oneOf(DAYS),
  moment: oneOf(MOMENTS),
  telling,
  isNumbered: fc.boolean(),
  isListed: oneOf([true, true, true, false]),
  fliesTwice: oneOf([false, false, false, true]),
  isOnTwoPages: fc.boolean(),
});

const windowOf = ({ stream, place, day }: Asked) =>
  stream === "schedules" ? `FRA-ZRH ${day}` : `${place} ${day}T04:00`;

/** What the answer lists: always another flight, so that an answer without ours is still a whole one. */
function listed(ask: Asked): Telling[] {
  const other = { ...ask.telling, number: "1072", departs: `${ask.day}T15:00`, partners: [] };
  const again = { ...ask.telling, departs: `${ask.day}T20:00`, partners: [] };
  const isOfDay = ask.stream !== "schedules" || ask.telling.departs.startsWith(ask.day);
  return [
    ...(ask.isListed && isOfDay ? [ask.telling] : []),
    ...(ask.fliesTwice ? [again] : []),
    other,
  ];
}

function toAnswer(ask: Asked): RawAnswer {
  const { stream } = ask;
  const window = windowOf(ask);
  const sent = listed(ask).flatMap((each) => flightAsSent(each, stream, ask.isNumbered));
  const parts = ask.isOnTwoPages ? [sent.slice(0, 1), sent.slice(1)] : [sent];
  const startedAt = new Date(`${ask.moment}Z`);
  const pages = parts
    .filter((items) => items.length > 0)
    .map((items, page) => {
      const json = toEnvelope(stream, items, { window, offset: page, total: sent.length });
      const observedAt = new Date(startedAt.getTime() + page * PAGE_MS);
      const payloadHash = createHash("sha256").update(JSON.stringify(json)).digest("hex");
      const name = createHash("sha256").update(`${payloadHash} ${observedAt.getTime()}`);
      return { json, observedAt, payloadHash, payloadId: toUuid(name.digest("hex")) };
    });
  return { stream, window, startedAt, observedAt: pages.at(-1)?.observedAt ?? startedAt, pages };
}

/** A list of one is an object, as the source has it. */
const collapse = (items: readonly unknown[]): unknown => (items.length === 1 ? items[0] : items);

function toEnvelope(
  stream: FlightStream,
  items: readonly unknown[],
  { window, offset, total }: { window: string; offset: number; total: number },
): unknown {
  const Link = [{ "@Href": `https://example.org/${window}?offset=${offset}`, "@Rel": "self" }];
  const meta = { "@Version": "1.0.0", Link };
  if (stream === "schedules") {
    return { ScheduleResource: { Schedule: collapse(items), Meta: meta } };
  }
  const root = stream === "flight-status" ? "FlightStatusResource" : "FlightInformation";
  return { [root]: { Flights: { Flight: collapse(items) }, Meta: { ...meta, TotalCount: total } } };
}

const toUuid = (hex: string): string =>
  hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/**
 * Answers of all three streams that contradict each other about LX 1070 from Frankfurt to Zurich: forecast and actual, cancelled and
 * reinstated, retimed (over midnight too), gone and back, known by its codeshares only, twice a day, stale and at equal times.
 */
export const conflictingAnswers = (most: number, least = 1): fc.Arbitrary<RawAnswer[]> =>
  fc
    .uniqueArray(asked, {
      minLength: least,
      maxLength: most,
      selector: (ask) => `${ask.stream} ${windowOf(ask)} ${ask.moment}`,
    })
    .map((asks) => asks.map(toAnswer));
