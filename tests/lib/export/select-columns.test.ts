import { describe, expect, it } from "vitest";
import { Airport } from "@/lib/contract/airports";
import { Flight } from "@/lib/contract/flights";
import { AIRPORT_COLUMNS } from "@/lib/export/airport-columns";
import { describeExport } from "@/lib/export/describe-export";
import { exportFileName } from "@/lib/export/file-name";
import { FLIGHT_COLUMNS } from "@/lib/export/flight-columns";
import { selectColumns, selectFields } from "@/lib/export/select-columns";

const names = (fields?: string) => selectColumns(FLIGHT_COLUMNS, fields).map(({ name }) => name);
const now = new Date("2030-05-02T01:00:00Z");

describe("the columns of a file", () => {
  it("are of every field of the API, each once", () => {
    expect(Object.keys(FLIGHT_COLUMNS)).toEqual(Object.keys(Flight.shape));
    expect(Object.keys(AIRPORT_COLUMNS).toSorted()).toEqual(Object.keys(Airport.shape).toSorted());
    expect(new Set(names()).size).toBe(names().length);
  });

  it("can be named by field or by themselves, in the order that is asked for, each once", () => {
    expect(names("departure_delay_minutes, id,id")).toEqual(["departure_delay_minutes", "id"]);
    expect(names("departure,departure_gate")).toContain("departure_scheduled_local");
    expect(
      names("departure,departure_gate").filter((name) => name === "departure_gate"),
    ).toHaveLength(1);
  });

  it("are refused where there is no such name", () => {
    const error = expect.objectContaining({ code: "validation_failed" });
    expect(() => selectColumns(FLIGHT_COLUMNS, "id,nothing")).toThrow(error);
    expect(() => selectFields(FLIGHT_COLUMNS, "departure_gate")).toThrow(error);
    expect(selectFields(FLIGHT_COLUMNS, "id,departure")).toEqual(["id", "departure"]);
    expect(selectFields(FLIGHT_COLUMNS, undefined)).toBeNull();
  });
});

describe("what a file says of itself", () => {
  const about = (filter: object) =>
    describeExport({ content: "flights", filter, origin: "sandbox", now }).filters;

  it("names the filters that were given, in one line of ASCII whatever they are", () => {
    expect(about({ q: undefined })).toBe("none");
    expect(about({ flight_status: ["landed", "diverted"], q: "a\r\n# é" })).toBe(
      "flight_status=landed%2Cdiverted&q=a%0D%0A%23+%C3%A9",
    );
  });

  it("does not call real data made up, nor the sandbox's real", () => {
    const licenceOf = (origin: "sandbox" | "lufthansa" | null) =>
      describeExport({ content: "flights", filter: {}, origin, now }).licence;
    expect(licenceOf("sandbox")).toContain("not real flights");
    expect(licenceOf("lufthansa")).toContain("Lufthansa");
    expect(licenceOf(null)).toBe("no data yet");
  });

  it("has a name that any file system takes", () => {
    const nameOf = (filter: object) =>
      exportFileName({ content: "flights", filter, now, format: "csv" });
    expect(nameOf({})).toBe("flights_exported_2030-05-02.csv");
    expect(nameOf({ airport: "FRA", from: "2030-05-01" })).toBe(
      "flights_FRA_2030-05-01_exported_2030-05-02.csv",
    );
    expect(nameOf({ q: '../"é\r\n'.repeat(60) })).toMatch(/^[\w.-]{1,140}$/);
  });
});
