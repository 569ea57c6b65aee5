import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/servers/test-database";
import { refusal } from "./fixtures/call";
import { RUN, referenceEditors, sync } from "./fixtures/reference-editors";

testDatabase();
const { get } = referenceEditors("countries");

beforeEach(async () => {
  await sync("countries", [
    { code: "DE", name: "Germany", continent: "EU" },
    { code: "AT", name: "Austria", continent: "EU" },
    { code: "NA", name: "Namibia", continent: "AF" },
    { code: "XX", name: null, continent: null },
  ]);
});

describe("GET /api/countries", () => {
  it.each([
    ["", ["AT", "DE", "NA", "XX"]],
    ["?sort=-country_code&limit=2", ["XX", "NA"]],
    ["?sort=country_name&skip=1", ["AT", "DE", "NA"]],
    ["?sort=-continent", ["DE", "AT", "NA", "XX"]],
    ["?continent=eu", ["AT", "DE"]],
    ["?continent=NA", []],
    ["?q=na", ["NA"]],
    ["?q=a", ["AT", "DE", "NA"]],
    ["?source=manual", []],
  ])("%s", async (search, expected) => {
    const { body } = await get(`/api/countries${search}`);
    expect(body.map((row: { country_code: string }) => row.country_code)).toEqual(expected);
  });

  it("is walked by cursor", async () => {
    const { headers } = await get("/api/countries?limit=3&sort=country_name");
    const next = /<([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1] ?? "";
    expect((await get(next)).body).toMatchObject([{ country_code: "NA" }]);
  });

  it.each([
    ["?continent=XX", "query.continent"],
    ["?country_code=DE", "query.country_code"],
  ])("%s is refused by name", async (search, name) => {
    expect(await refusal(get(`/api/countries${search}`))).toMatchObject({
      status: 400,
      names: [name],
    });
  });
});

it("GET /api/countries/{code} shows one, and is not sent again until data change", async () => {
  const { body, headers } = await get("/api/countries/DE");
  expect(body).toMatchObject({
    ...{ country_code: "DE", country_name: "Germany", continent: "EU" },
    ...{ source: "lufthansa", run_id: RUN, version: 1 },
  });
  const held = { "if-none-match": headers.get("etag") ?? "" };
  expect((await get("/api/countries/DE", held)).status).toBe(304);
  expect(await refusal(get("/api/countries/qq"))).toMatchObject({
    status: 404,
    names: ["path.code"],
  });
});
