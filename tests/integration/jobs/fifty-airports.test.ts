import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { settlingScope } from "@/inngest/flight-scopes";
import { NO_ROUNDS } from "@/lib/lufthansa/quota";
import { settlesAt } from "@/lib/model/settles-at";
import { workClassOf } from "@/lib/model/work-class";
import { toFlightWindow, windowName } from "@/lib/sync/streams/flight-window";
import type { CallCounts } from "@/sandbox/call-log";
import { type Sandbox, startSandbox } from "@/sandbox/start-sandbox";
import { simulatedClock } from "../../fakes/simulated-quota";
import { type DayReport, simulateDay } from "./simulated-day";
import type { SimulatedRun } from "./simulated-run";

const AIRPORTS =
  "FRA MUC ZRH VIE BRU LHR CDG JFK HAM BER DUS AMS MAD BCN FCO MXP GVA LIS CPH ARN OSL HEL WAW PRG BUD ATH IST DUB MAN EDI NCE LYS MRS OTP STR CGN HAJ NUE LEJ DRS ORD EWR IAD SFO LAX BOS YYZ NRT HND SIN".split(
    " ",
  );
const live = { share: 0.5, minutes: 15 };
const sandboxes: Sandbox[] = [];
afterAll(() => Promise.all(sandboxes.map((sandbox) => sandbox.close())));

async function simulate(
  start: string,
  rest: Omit<Parameters<typeof simulateDay>[0], "sandboxUrl" | "clock" | "airports" | "live">,
): Promise<{ day: DayReport; calls: CallCounts }> {
  const clock = simulatedClock(start);
  const sandbox = await startSandbox({ now: clock.now });
  sandboxes.push(sandbox);
  const shared = { sandboxUrl: sandbox.url, clock, airports: AIRPORTS, live };
  return { day: await simulateDay({ ...shared, ...rest }), calls: sandbox.calls() };
}

const oldest = ({ rounds }: DayReport) =>
  Math.max(...rounds.map(({ oldestMinutes }) => oldestMinutes));
const minutesOf = ({ askedAt, finishedAt }: SimulatedRun) =>
  ((finishedAt ?? Number.POSITIVE_INFINITY) - askedAt) / 60_000;

describe("a day of fifty airports, by a clock of our own", () => {
  let day: DayReport;
  let calls: CallCounts;

  beforeAll(async () => {
    const scope = settlingScope(new Date("2026-11-24T06:00:00Z"));
    const backfill = { afterHours: 9, scope };
    ({ day, calls } = await simulate("2026-11-25T00:00:00Z", { hours: 24, backfill }));
  }, 900_000);

  const runsOf = (stream: string, task: string) =>
    day.runs.filter(
      (run) => run.stream === stream && run.task === task && workClassOf(run) !== "live",
    );

  test("stays within the quota, as the source counts it", () => {
    expect(Object.keys(calls.by_hour)).toHaveLength(24);
    expect(calls.max_in_an_hour).toBeLessThanOrEqual(1000);
    expect(calls.max_in_1000_ms).toBeLessThanOrEqual(5);
    expect(calls.refused).toEqual({ "403-second": 0, "403-hour": 0 });
  });

  test("uses the hour: half of it for live rounds, the other half when there is other work", () => {
    // A token call is no live call.
    for (const hour of ["04", "20"]) {
      const used = calls.by_hour[`2026-11-25T${hour}:00:00.000Z`];
      expect(used).toBeGreaterThan(450);
      expect(used).toBeLessThanOrEqual(501);
    }
    expect(calls.by_hour["2026-11-25T07:00:00.000Z"]).toBeGreaterThan(950);
  });

  test("has a live round every 15 minutes, and no board is older than the three rounds that its turn may take", () => {
    expect(day.rounds).toHaveLength(24 * 4);
    expect(day.rounds.filter(({ asked }) => asked === 0)).toEqual([]);
    expect(Math.max(...day.rounds.map(({ asked }) => asked))).toBeLessThan(AIRPORTS.length);
    expect(oldest(day)).toBeGreaterThan(25);
    expect(oldest(day)).toBeLessThanOrEqual(45);
  });

  test("settles yesterday in the morning, all that is over for six hours", () => {
    const [settling] = runsOf("flight-status", "collect");
    if (!settling) throw new Error("nobody settled");
    expect(minutesOf(settling)).toBeLessThan(5 * 60);
    const over = settling.windows.filter(
      ({ window }) => +settlesAt("flight-status", toFlightWindow(window)) <= settling.askedAt,
    );
    const unsettled = over
      .map(({ window }) => `flight-status ${windowName(window)}`)
      .filter((name) => !day.answered.get(name)?.settled);
    expect(over.length).toBeGreaterThan(1000);
    expect(unsettled).toEqual([]);
  });

  test("asks for the schedules of all routes within minutes, and the backfill gets what is left", () => {
    const [schedules] = runsOf("schedules", "collect");
    const [backfill] = runsOf("flight-status", "backfill");
    const [settling] = runsOf("flight-status", "collect");
    if (!(schedules && backfill && settling)) throw new Error("a run is missing");
    expect(schedules.windows).toHaveLength((AIRPORTS.length - 1) * 8);
    expect(minutesOf(schedules)).toBeLessThan(10);
    expect(backfill.finishedAt).toBeGreaterThan(settling.finishedAt ?? 0);
    expect(minutesOf(backfill)).toBeLessThan(4 * 60);
  });
});

test("without the sharing the daily sync takes the hour, and the boards grow old", {
  timeout: 300_000,
}, async () => {
  const morning = { hours: 3, backfill: null, kept: NO_ROUNDS };
  const { day, calls } = await simulate("2026-11-25T05:00:00Z", morning);
  expect(calls.refused).toEqual({ "403-second": 0, "403-hour": 0 });
  expect(oldest(day)).toBeGreaterThan(45);
});
