import { Cron } from "croner";
import { describe, expect, test } from "vitest";
import { settlingScope, USUAL_DAYS } from "@/inngest/flight-scopes";
import { DAILY_FLIGHT_SYNC, liveStatusCron, WEEKLY_REFERENCE_SYNC } from "@/inngest/schedules";
import { readEnv } from "@/lib/env";

const MONDAY = "2030-04-29T05:59:59Z";
const next = (expression: string, from: string, runs = 1) =>
  new Cron(expression, { timezone: "UTC", paused: true })
    .nextRuns(runs, new Date(from))
    .map((run) => run.toISOString().slice(0, 16));

describe("the schedules", () => {
  test("are Sunday at two, every day at six, and the minutes of the setting, all in UTC", () => {
    expect(next(WEEKLY_REFERENCE_SYNC, MONDAY)).toEqual(["2030-05-05T02:00"]);
    expect(next(DAILY_FLIGHT_SYNC, MONDAY, 2)).toEqual(["2030-04-29T06:00", "2030-04-30T06:00"]);
    expect(next(liveStatusCron(15), MONDAY, 3)).toEqual([
      "2030-04-29T06:00",
      "2030-04-29T06:15",
      "2030-04-29T06:30",
    ]);
  });

  test.each([1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60])(
    "rounds lie %d minutes apart, over the hour too",
    (minutes) => {
      const runs = next(liveStatusCron(minutes), MONDAY, 130).map((run) => Date.parse(`${run}Z`));
      const gaps = runs.slice(1).map((run, index) => run - (runs[index] ?? 0));
      expect(new Set(gaps)).toEqual(new Set([minutes * 60_000]));
    },
  );

  test("a number of minutes that would limp over the hour is refused", () => {
    expect(() => readEnv({ LIVE_STATUS_MINUTES: "7" })).toThrow(/LIVE_STATUS_MINUTES/);
    expect(readEnv({ LIVE_STATUS_MINUTES: "0" }).LIVE_STATUS_MINUTES).toBe(0);
    expect(readEnv({})).toMatchObject({ LIVE_STATUS_MINUTES: 15, LIVE_QUOTA_SHARE: 0.5 });
  });
});

describe("the scopes of flights", () => {
  test("settling is of yesterday, and of the day before for places west of the Atlantic", () => {
    expect(settlingScope(new Date("2030-03-01T06:00:00Z"))).toEqual({
      ...USUAL_DAYS,
      from: "2030-02-27",
      to: "2030-02-28",
    });
  });
});
