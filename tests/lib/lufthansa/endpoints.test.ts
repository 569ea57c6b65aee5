import { expect, test } from "vitest";
import { flightPage, referenceByCode, referencePage } from "@/lib/lufthansa/endpoints";

test("pages of lists with names in several languages ask for English", () => {
  expect(referencePage("airports", { offset: 101, limit: 100 })).toEqual({
    path: "/mds-references/airports",
    query: { lang: "EN", limit: 100, offset: 101 },
    backendErrorIsAnswer: true,
  });
});

test.each(["airlines", "aircraft"] as const)("%s have no language", (stream) => {
  const { query } = referencePage(stream, { offset: 1, limit: 20 });
  expect(query).toEqual({ limit: 20, offset: 1 });
});

test("one record is asked by its code, whatever is in it", () => {
  expect(referenceByCode("airports", "FRA")).toEqual({
    path: "/mds-references/airports/FRA",
    query: { lang: "EN" },
  });
  expect(referenceByCode("airlines", "../x?y").path).toBe("/mds-references/airlines/..%2Fx%3Fy");
});

test.each([
  ["schedules", "FRA-LHR", "2030-05-01", "/operations/schedules/FRA/LHR/2030-05-01"],
  [
    "flight-status",
    "FRA/departures",
    "2030-05-01T04:00",
    "/operations/flightstatus/departures/FRA/2030-05-01T04:00",
  ],
  ["flight-status", "FRA-LHR", "2030-05-01", "/operations/flightstatus/route/FRA/LHR/2030-05-01"],
  [
    "flight-information",
    "FRA/arrivals",
    "2030-05-01T20:00",
    "/operations/customerflightinformation/arrivals/FRA/2030-05-01T20:00",
  ],
  [
    "flight-information",
    "FRA-LHR",
    "2030-05-01",
    "/operations/customerflightinformation/route/FRA/LHR/2030-05-01",
  ],
] as const)("%s of %s at %s", (stream, scope, key, path) => {
  const question = flightPage(stream, { scope, key }, 50);
  expect(question.path).toBe(path);
  expect(question.query).toMatchObject({ limit: 50, offset: 50 });
  expect(question.backendErrorIsAnswer).toBeUndefined();
});

test("a window that a stream does not have is refused", () => {
  const board = { scope: "FRA/departures", key: "2030-05-01T04:00" };
  expect(() => flightPage("schedules", board, 0)).toThrow("cannot be asked for FRA/departures");
  const list = { scope: "list", key: "1-100" };
  expect(() => flightPage("flight-status", list, 0)).toThrow("cannot be asked for list");
});
