import { expect, test } from "vitest";
import { readArguments } from "@/scripts/sync/read-arguments";

const read = (words: string) => readArguments(words.split(" ").filter(Boolean));

test("streams of flights and lists together, each with its scope", () => {
  expect(read("airports schedules flight-status")).toEqual({
    wishes: [
      { stream: "airports", scope: { kind: "list" } },
      ...["schedules", "flight-status"].map((stream) => ({
        stream,
        scope: { kind: "flights", of: "tracked", from: null, to: null, mode: "missing" },
      })),
    ],
    baseUrl: null,
    json: false,
  });
});

test("days, names and a mode: schedules take the routes, boards all names", () => {
  const { wishes } = read(
    "schedules flight-status --from 2030-05-01 --to 2030-05-02 --routes fra-lhr,FRA-JFK --airports MUC --mode again",
  );
  const days = { kind: "flights", from: "2030-05-01", to: "2030-05-02", mode: "again" };
  expect(wishes.map(({ scope }) => scope)).toEqual([
    { ...days, of: ["FRA-LHR", "FRA-JFK"] },
    { ...days, of: ["FRA-LHR", "FRA-JFK", "MUC"] },
  ]);
});

test.each([
  ["", "Name at least one stream."],
  ["flights", "There is no stream flights."],
  ["airports --mode again", "Days, names and a mode are for streams of flights."],
  ["schedules --from 2030-05-01", "--from and --to go together."],
  ["schedules --from 2030-05-02 --to 2030-05-01", "2030-05-02 lies behind 2030-05-01."],
  ["schedules --from 2030-02-30 --to 2030-03-01", "2030-02-30 is no day."],
  ["schedules --routes FRA", "FRA is no route, such as FRA-LHR."],
  ["schedules --routes FRA-FRA", "FRA-FRA is no route, such as FRA-LHR."],
  ["schedules --airports FRA", "Schedules are of routes: name some by --routes."],
  ["flight-status --airports FRANKFURT", "FRANKFURT is no airport code."],
  ["flight-status --airports FRA,", "Nothing is no airport code."],
  ["flight-status --mode all", "--mode is one of live, missing, again."],
  ["flight-status --mode live --from 2030-05-01 --to 2030-05-01", "Live means now, not days."],
  ["airports --base-url here", "--base-url here is no address."],
])("%s: says what is wrong", (words, message) => {
  expect(() => read(words)).toThrow(message);
});
