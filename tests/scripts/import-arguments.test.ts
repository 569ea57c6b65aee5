import { expect, test } from "vitest";
import { importUsage, readImportArguments } from "@/scripts/import/read-import-arguments";
import { readNormalizeArguments } from "@/scripts/normalize/read-normalize-arguments";
import { readReportArguments } from "@/scripts/report/read-report-arguments";

test("import takes one folder, and its usage names every folder of the table", () => {
  expect(readImportArguments(["tests", "--json"])).toEqual({
    dir: "tests",
    json: true,
  });
  expect(() => readImportArguments([])).toThrow("Name the folder");
  expect(() => readImportArguments(["no-such-folder"])).toThrow("no folder no-such-folder");
  expect(() => readImportArguments(["one", "two"])).toThrow("One folder at a time");
  expect(() => readImportArguments(["one", "--fast"])).toThrow("--fast");
  for (const folder of ["customerflightinformation ", "flightstatus ", "airports_en "]) {
    expect(importUsage()).toContain(`  ${folder}`);
  }
});

test("report takes days, whole and in their order", () => {
  expect(readReportArguments([])).toEqual({ from: null, to: null, json: false });
  const days = ["--from", "2024-07-06", "--to", "2024-07-06", "--json"];
  expect(readReportArguments(days)).toMatchObject({ from: "2024-07-06", to: "2024-07-06" });
  expect(() => readReportArguments(["--from", "6.7.2024"])).toThrow("--from 6.7.2024 is no day");
  expect(() => readReportArguments(["--to", "2024-02-30"])).toThrow("--to 2024-02-30 is no day");
  expect(() => readReportArguments(["--from", "2024-07-07", "--to", "2024-07-06"])).toThrow(
    "is after",
  );
});

test("normalize takes a stream of flights and days, and applies only when told to", () => {
  const days = ["--from", "2024-07-06", "--to", "2024-07-07"];
  expect(readNormalizeArguments(["--stream", "schedules", ...days])).toEqual({
    stream: "schedules",
    from: "2024-07-06",
    to: "2024-07-07",
    apply: false,
    json: false,
  });
  expect(readNormalizeArguments(["--stream", "schedules", "--apply", ...days]).apply).toBe(true);
  expect(() => readNormalizeArguments(days)).toThrow("Say which stream");
  expect(() => readNormalizeArguments(["--stream", "airports", ...days])).toThrow(
    "no stream of flights airports",
  );
  expect(() => readNormalizeArguments(["--stream", "schedules"])).toThrow("Say which days");
});
