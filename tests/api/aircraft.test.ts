import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/servers/test-database";
import { refusal } from "./fixtures/call";
import { PAYLOAD, RUN, referenceEditors, sync } from "./fixtures/reference-editors";

testDatabase();
const { get } = referenceEditors("aircraft");

beforeEach(async () => {
  await sync("aircraft", [
    { code: "32N", name: "Airbus A320neo", equipmentCode: "A20N" },
    { code: "74H", name: "Boeing 747-8", equipmentCode: "B748" },
    { code: "748", name: null, equipmentCode: null },
  ]);
});

describe("GET /api/aircraft", () => {
  it.each([
    ["", ["32N", "748", "74H"]],
    ["?sort=-aircraft_code&limit=1&skip=1", ["748"]],
    ["?sort=aircraft_name", ["748", "32N", "74H"]],
    ["?q=b748", ["74H"]],
    ["?q=747", ["74H"]],
    ["?q=748", ["748"]],
    ["?source=open_data", []],
  ])("%s", async (search, expected) => {
    const { body, headers } = await get(`/api/aircraft${search}`);
    expect(body.map((row: { aircraft_code: string }) => row.aircraft_code)).toEqual(expected);
    expect(headers.get("x-total-count")).toBe(search.includes("skip") ? "3" : `${expected.length}`);
  });

  it("shows the fields that are asked for, and refuses unknown ones", async () => {
    const { body } = await get("/api/aircraft?fields=aircraft_name&limit=1");
    expect(body).toEqual([{ aircraft_name: "Airbus A320neo" }]);
    expect(await refusal(get("/api/aircraft?fields=name"))).toMatchObject({
      ...{ status: 400, names: ["query.fields"] },
    });
  });
});

it("GET /api/aircraft/{code} shows one, by any case, with an ETag of its row", async () => {
  const { body, headers } = await get("/api/aircraft/74h");
  expect(body).toMatchObject({
    ...{ aircraft_code: "74H", aircraft_name: "Boeing 747-8", equipment_code: "B748", version: 1 },
    ...{ source: "lufthansa", run_id: RUN, payload_id: PAYLOAD },
  });
  expect(headers.get("etag")).toContain(`"${body.id}.1-`);
  expect(await refusal(get("/api/aircraft/QQQ"))).toMatchObject({
    status: 404,
    names: ["path.code"],
  });
});
