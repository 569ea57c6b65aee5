import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { instantsOf, wallMinutesAt } from "@/lib/normalize/flights/local-time";
import { toUtcText, toWallMinutes, toWallText } from "@/lib/normalize/flights/wall-time";

const wall = (text: string): number => {
  const minutes = toWallMinutes(text);
  if (minutes === null) throw new Error(`${text} is no time`);
  return minutes;
};

function instants(text: string, timeZone: string): string[] | string {
  const found = instantsOf(wall(text), timeZone);
  if (found.kind === "once") return toUtcText(found.utc);
  if (found.kind === "twice") return [found.first, found.second].map(toUtcText);
  return found.kind === "skipped" ? `skipped ${toUtcText(found.utc)}` : found.kind;
}

describe("the instants of a wall time", () => {
  test.each([
    ["winter", "2030-01-10T12:00", "Europe/Berlin", "2030-01-10T11:00Z"],
    ["summer", "2030-07-10T12:00", "Europe/Berlin", "2030-07-10T10:00Z"],
    ["Kathmandu, +05:45", "2030-05-01T12:00", "Asia/Kathmandu", "2030-05-01T06:15Z"],
    ["over midnight", "2030-05-01T03:00", "Asia/Tokyo", "2030-04-30T18:00Z"],
    ["a minute before the gap", "2030-03-31T01:59", "Europe/Berlin", "2030-03-31T00:59Z"],
    ["a minute after the gap", "2030-03-31T03:00", "Europe/Berlin", "2030-03-31T01:00Z"],
    ["a minute before it comes twice", "2030-10-27T01:59", "Europe/Berlin", "2030-10-26T23:59Z"],
    ["a minute after it came twice", "2030-10-27T03:00", "Europe/Berlin", "2030-10-27T02:00Z"],
  ])("%s: once", (_, text, timeZone, utc) => {
    expect(instants(text, timeZone)).toBe(utc);
  });

  test.each([
    ["2030-03-31T02:00", "Europe/Berlin", "2030-03-31T01:00Z"],
    ["2030-03-31T02:30", "Europe/Berlin", "2030-03-31T01:30Z"],
    ["2030-03-31T02:59", "Europe/Berlin", "2030-03-31T01:59Z"],
    ["2030-03-10T02:30", "America/New_York", "2030-03-10T07:30Z"],
    ["2030-10-06T02:15", "Australia/Lord_Howe", "2030-10-05T15:45Z"],
    // Samoa went over the date line: December 30 did not exist.
    ["2011-12-30T12:00", "Pacific/Apia", "2011-12-30T22:00Z"],
  ])("%s in %s does not exist: moved forward by the gap", (text, timeZone, utc) => {
    expect(instants(text, timeZone)).toBe(`skipped ${utc}`);
  });

  test.each([
    ["2030-10-27T02:00", "Europe/Berlin", ["2030-10-27T00:00Z", "2030-10-27T01:00Z"]],
    ["2030-10-27T02:30", "Europe/Berlin", ["2030-10-27T00:30Z", "2030-10-27T01:30Z"]],
    ["2030-11-03T01:15", "America/New_York", ["2030-11-03T05:15Z", "2030-11-03T06:15Z"]],
    // Half an hour only.
    ["2030-04-07T01:45", "Australia/Lord_Howe", ["2030-04-06T14:45Z", "2030-04-06T15:15Z"]],
  ])("%s in %s comes twice", (text, timeZone, utc) => {
    expect(instants(text, timeZone)).toEqual(utc);
  });

  test("a zone that is none is said so, every time", () => {
    expect(instants("2030-05-01T12:00", "Dummy Time Zone")).toBe("unknown_zone");
    expect(instants("2030-05-01T12:00", "Dummy Time Zone")).toBe("unknown_zone");
    expect(wallMinutesAt(0, "Dummy Time Zone")).toBeNull();
  });
});

const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
const anyMinute = fc.integer({
  min: wall("2005-01-01T00:00"),
  max: wall("2035-12-31T00:00"),
});
/** Hours around a change of clocks, where mistakes live. */
const nearAChange = fc
  .tuple(zones, anyMinute, fc.integer({ min: -2 * 1440, max: 2 * 1440 }))
  .map(([timeZone, minute, distance]) => {
    const from = Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
    const change = from.toZonedDateTimeISO(timeZone).getTimeZoneTransition("next");
    const at = change ? Math.floor(change.epochMilliseconds / 60_000) : minute;
    return { timeZone, utc: at + distance };
  });
const anywhere = fc.tuple(zones, anyMinute).map(([timeZone, utc]) => ({ timeZone, utc }));
const places = fc.oneof(anywhere, nearAChange);

describe("properties, for all zones and any instant", () => {
  test("an instant's wall time leads back to it", () => {
    fc.assert(
      fc.property(places, ({ timeZone, utc }) => {
        const shown = wallMinutesAt(utc, timeZone);
        const found = instantsOf(shown ?? 0, timeZone);
        if (found.kind === "once") return found.utc === utc;
        return found.kind === "twice" && [found.first, found.second].includes(utc);
      }),
      { numRuns: 400 },
    );
  });

  test("a wall time is once, twice or never there, exactly as Temporal says", () => {
    fc.assert(
      fc.property(places, ({ timeZone, utc: minutes }) => {
        const plain = Temporal.PlainDateTime.from(toWallText(minutes));
        const [earlier, later] = (["earlier", "later"] as const).map(
          (disambiguation) =>
            plain.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds / 60_000,
        );
        const exists = wallMinutesAt(earlier ?? 0, timeZone) === minutes;
        const expected =
          earlier === later
            ? { kind: "once", utc: earlier }
            : exists
              ? { kind: "twice", first: earlier, second: later }
              : { kind: "skipped", utc: later };
        expect(instantsOf(minutes, timeZone)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });
});
