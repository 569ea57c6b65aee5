import { describe, expect, test } from "vitest";
import { DIRECTIONS } from "@/lib/model/coverage";
import { boardWindow, boardWindowsOfDay, routeWindow } from "@/lib/sync/streams/flight-window";
import { boardRow, flightKnowledge, knownWindows, readWindowOf } from "../../fakes/flight-window";

const BERLIN = "Europe/Berlin";
const board = boardWindow({
  airport: "FRA",
  direction: "departures",
  start: "2030-05-01T08:00",
  timeZone: BERLIN,
});
const name = "FRA/departures 2030-05-01T08:00";
const route = routeWindow({
  departure: "FRA",
  arrival: "LHR",
  day: "2030-05-01",
  timeZone: BERLIN,
});
/** Six hours behind the end of the board, and before its beginning. */
const settling = new Date("2030-05-01T16:00:00Z");
const early = new Date("2030-05-01T05:00:00Z");

describe("a 404 of a whole window", () => {
  const nothing = (knowledge = flightKnowledge(), window = board) =>
    readWindowOf("flight-status", window, () => 404, knowledge);

  test("before it settles: nothing flies, as far as is known", async () => {
    const { loaded, offsets } = await nothing(flightKnowledge({ now: early }));
    expect(loaded).toMatchObject({ state: "empty", expected: null, fetched: 0, records: [] });
    expect(offsets).toEqual([0]);
  });

  test("that settles it is asked twice, so that an accident is not believed for ever", async () => {
    const knowledge = flightKnowledge({ now: settling });
    expect((await nothing(knowledge)).offsets).toEqual([0, 0]);
    const healed = await readWindowOf(
      "flight-status",
      board,
      (_at, call) => (call === 1 ? 404 : { rows: [boardRow(1)], totalCount: 1 }),
      knowledge,
    );
    expect(healed.loaded).toMatchObject({ state: "complete", fetched: 1 });
  });

  test("a day's schedules settle when the day begins", async () => {
    const askAt = (now: string) =>
      readWindowOf("schedules", route, () => 404, flightKnowledge({ now: new Date(now) }));
    expect((await askAt("2030-04-30T21:59:00Z")).offsets).toEqual([0]);
    expect((await askAt("2030-04-30T22:00:00Z")).offsets).toEqual([0, 0]);
  });

  test.each([
    ["2030-04-27", "not_served"],
    ["2030-04-28", "empty"],
    ["2030-05-06", "empty"],
    ["2030-05-07", "not_served"],
  ])("on %s, with three days back and five ahead, is %s", async (day, state) => {
    const window = boardWindow({
      airport: "FRA",
      direction: "arrivals",
      start: `${day}T08:00`,
      timeZone: BERLIN,
    });
    expect((await nothing(flightKnowledge(), window)).loaded.state).toBe(state);
  });

  test("the past of schedules is not served", async () => {
    const past = routeWindow({
      departure: "FRA",
      arrival: "LHR",
      day: "2030-04-30",
      timeZone: BERLIN,
    });
    const { loaded } = await readWindowOf("schedules", past, () => 404);
    expect(loaded.state).toBe("not_served");
  });

  test("where flights were before is suspect", async () => {
    const known = knownWindows({ [name]: { state: "complete", fetched: 7 } });
    expect((await nothing(flightKnowledge({ known }))).loaded.state).toBe("suspect");
  });

  test("is suspect when every window of the airport's day answers so, and only then", async () => {
    const others = DIRECTIONS.flatMap((direction) =>
      boardWindowsOfDay({ airport: "FRA", direction, day: "2030-05-01", timeZone: BERLIN }),
    ).map(({ scope, key }) => `${scope} ${key}`);
    const allEmpty = Object.fromEntries(
      others.map((other) => [other, { state: "empty" as const }]),
    );
    const stateWith = async (entries: Parameters<typeof knownWindows>[0]) =>
      (await nothing(flightKnowledge({ known: knownWindows(entries) }))).loaded.state;
    expect(await stateWith(allEmpty)).toBe("suspect");
    const last = "FRA/arrivals 2030-05-01T20:00";
    expect(await stateWith({ ...allEmpty, [last]: { state: "complete" } })).toBe("empty");
    const { [last]: _, ...unasked } = allEmpty;
    expect(await stateWith(unasked)).toBe("empty");
  });
});
