import { expect, test } from "vitest";
import { addMissing } from "@/lib/db/add-missing";
import { dataVersion } from "@/lib/db/data-version";
import { prisma } from "@/lib/db/prisma";
import { SAMPLE_AIRLINES, SAMPLE_AIRPORTS } from "../../../prisma/samples";
import { testDatabase } from "../../servers/test-database";

testDatabase();

test("samples are added once and never over another source", async () => {
  const times = { createdAt: new Date(), updatedAt: new Date() };
  await prisma().airport.create({
    data: { airportCode: "MUC", name: "Munich!", source: "manual", ...times },
  });
  const before = await dataVersion();

  expect(await addMissing("airports", SAMPLE_AIRPORTS, "sample")).toBe(4);
  expect(await addMissing("airlines", SAMPLE_AIRLINES, "sample")).toBe(5);
  const rows = await prisma().airport.findMany({ orderBy: { airportCode: "asc" } });
  expect(rows.map(({ airportCode, source }) => `${airportCode} ${source}`)).toEqual([
    "FRA sample",
    "MUC manual",
    "SIN sample",
    "VIE sample",
    "ZRH sample",
  ]);
  expect(rows[1]).toMatchObject({ name: "Munich!", version: 1, latitude: null });
  expect(rows[0]).toMatchObject({ timeZone: "Europe/Berlin", countryCode: "DE" });
  expect(await dataVersion()).toBe(before + 2);

  expect(await addMissing("airports", SAMPLE_AIRPORTS, "sample")).toBe(0);
  expect(await addMissing("airlines", SAMPLE_AIRLINES, "sample")).toBe(0);
  expect(await prisma().airport.findMany({ orderBy: { airportCode: "asc" } })).toEqual(rows);
  expect(await dataVersion()).toBe(before + 2);
});
