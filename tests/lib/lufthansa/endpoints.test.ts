import { expect, test } from "vitest";
import { referenceByCode, referencePage } from "@/lib/lufthansa/endpoints";

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
