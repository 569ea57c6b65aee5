import { parquetMetadata } from "hyparquet";
import { beforeAll, describe, expect, it } from "vitest";
import { addMissing } from "@/lib/db/add-missing";
import { claimOrigin } from "@/lib/db/origin";
import { overrideEnv } from "@/lib/env";
import { MOST_EXPORTS, takeExportPlace } from "@/lib/export/export-places";
import { testDatabase } from "@/tests/servers/test-database";
import { fetchRoutes } from "./fixtures/fetch-routes";
import {
  askExport,
  flatten,
  readCsv,
  readNdjson,
  readPages,
  readParquet,
} from "./fixtures/read-export";
import { storeFlights } from "./fixtures/stored-flights";

testDatabase();

const AIRPORTS = ["FRA", "MUC", "JFK", "NRT"];
const FLIGHTS = 1203;

const two = (value: number) => String(value).padStart(2, "0");
const LANDED = {
  status: "landed",
  departure_delay_minutes: -5,
  actual_departure_local: "2030-05-01T10:45",
  actual_departure_utc: new Date("2030-05-01T08:45Z"),
  actual_departure_basis: "derived",
};

/** Flights that differ in all that is written in a way of its own. */
function madeFlight(at: number) {
  const day = `2030-05-${two((at % 28) + 1)}`;
  return {
    id: at + 1,
    number: `LH${two((at % 900) + 1).padStart(3, "0")}`,
    origin: AIRPORTS[at % 4] ?? "",
    destination: AIRPORTS[(at + 1) % 4] ?? "",
    departs: `${day}T10:${two(at % 60)}`,
    departsUtc: at % 7 === 0 ? null : `${day}T08:${two(at % 60)}`,
    soldAs: at % 3 === 0 ? ["UA8839", "AC099"] : [],
    more: {
      departure_terminal: at % 11 === 0 ? "=1+1" : null,
      departure_gate: at % 13 === 0 ? 'A"1, #2' : null,
      ...(at % 5 === 0 ? LANDED : {}),
    },
  };
}

beforeAll(async () => {
  await claimOrigin({ kind: "sandbox", id: "test" });
  await storeFlights(Array.from({ length: FLIGHTS }, (_, at) => madeFlight(at)));
  await addMissing(
    "airports",
    [...AIRPORTS, "XEO"].map((code) => ({
      code,
      name: code === "XEO" ? "=cmd()" : `${code}, "the" airport`,
      cityCode: code,
      countryCode: code === "XEO" ? "NA" : "DE",
      locationType: "airport" as const,
      latitude: code === "XEO" ? null : -33.5,
      longitude: code === "XEO" ? null : 8.25,
      utcOffsetMinutes: 60,
      timeZone: "Europe/Berlin",
      timeZoneBasis: "sent" as const,
    })),
    "sample",
  );
});

const FILTERS = [
  "",
  "&airport=FRA",
  "&flight_number=LH007",
  "&flight_number=UA8839",
  "&airline_code=UA",
  "&from=2030-05-02&to=2030-05-20&flight_status=landed,cancelled&departure_delay_max=0",
  "&flight_date=2030-05-03&departure_hour=10",
  "&q=fra&updated_since=2030-05-01T00:00:00Z&from=2030-05-01&to=2030-05-28",
  "&flight_date=2031-01-01",
];

describe.each(FILTERS)("flights by '%s'", (filter) => {
  it("are in every format those of all pages of the list", async () => {
    const listed = await readPages(`/api/flights?sort=id&limit=400${filter}`);
    const ask = (format: string) => askExport(`/api/flights/export?format=${format}${filter}`);
    expect(await readNdjson(await ask("ndjson"))).toEqual(listed);
    const flat = listed.map((row) => flatten(row));
    const csv = await readCsv(await ask("csv"));
    const parquet = await readParquet(await ask("parquet"));
    expect(csv).toHaveLength(listed.length);
    expect(parquet).toHaveLength(listed.length);
    for (const [at, row] of flat.entries()) {
      for (const [column, cell] of Object.entries(parquet[at] ?? {})) {
        expect(cell, `${column} of row ${at}`).toBe(row[column] ?? "");
      }
      expect(csv[at]).toEqual({ ...parquet[at], departure_terminal: safe(row.departure_terminal) });
    }
    expect(filter === "" ? listed.length : FLIGHTS).toBe(FLIGHTS);
  });
});

const safe = (text: unknown) => (String(text).startsWith("=") ? `'${text}` : String(text));

describe("airports", () => {
  it.each(["", "&country_code=DE", "&has_position=false", "&q=FRA", "&source=manual"])(
    "by '%s' are in every format those of all pages of the list",
    async (filter) => {
      const listed = await readPages(`/api/airports?sort=airport_code&limit=2${filter}`);
      const byCode = listed.toSorted((a, b) =>
        `${a.airport_code}` < `${b.airport_code}` ? -1 : 1,
      );
      const ask = (format: string) => askExport(`/api/airports/export?format=${format}${filter}`);
      expect(await readNdjson(await ask("ndjson"))).toEqual(byCode);
      const flat = byCode.map((row) => flatten(row));
      expect(await readParquet(await ask("parquet"))).toEqual(
        flat.map((row) => expect.objectContaining(row)),
      );
      const csv = await readCsv(await ask("csv"));
      expect(csv).toEqual(
        flat.map((row) => expect.objectContaining({ ...row, name: safe(row.name) })),
      );
    },
  );
});

describe("what an export says of itself", () => {
  it.each([
    ["csv", "text/csv; charset=utf-8; header=present"],
    ["ndjson", "application/x-ndjson"],
    ["parquet", "application/vnd.apache.parquet"],
  ])("%s: headers name type, file, filters, time, zone and origin", async (format, type) => {
    const path = `/api/flights/export?format=${format}&airport=fra&flight_status=landed,diverted`;
    const { headers, body } = await askExport(path);
    await body?.cancel();
    expect(headers.get("content-type")).toBe(type);
    expect(headers.get("content-disposition")).toMatch(
      new RegExp(
        `^attachment; filename="flights_FRA_landed-diverted_exported_[\\d-]+\\.${format}"$`,
      ),
    );
    expect(headers.get("x-export-filters")).toBe("airport=FRA&flight_status=landed%2Cdiverted");
    expect(Date.parse(headers.get("x-export-time") ?? "")).not.toBeNaN();
    expect(headers.get("x-export-time-zone")).toBe("UTC");
    expect(headers.get("x-data-origin")).toBe("sandbox");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("is in a CSV's first lines, which can be left out, and in Parquet's metadata", async () => {
    const path = "/api/flights/export?airport=FRA";
    const csv = await askExport(path);
    const time = csv.headers.get("x-export-time");
    const lines = (await csv.text()).split("\r\n").filter((line) => line.startsWith("# "));
    expect(lines.slice(0, 4)).toEqual([
      "# content: flights",
      `# exported_at: ${time}`,
      "# origin: sandbox",
      "# filters: airport=FRA",
    ]);
    expect(lines[4]).toMatch(/^# times: UTC/);
    expect(await (await askExport(`${path}&header=none`)).text()).toMatch(/^id,flight_number,/);
    const file = await (await askExport(`${path}&format=parquet`)).arrayBuffer();
    const told = parquetMetadata(file).key_value_metadata ?? [];
    expect(told).toContainEqual({ key: "filters", value: "airport=FRA" });
    expect(told).toContainEqual({ key: "origin", value: "sandbox" });
  });

  it("is all that HEAD tells, and no place stays taken by it", async () => {
    for (let asked = 0; asked <= MOST_EXPORTS; asked += 1) {
      const answer = await fetchRoutes("/api/flights/export", { method: "HEAD" });
      expect([answer.status, answer.headers.get("x-export-filters")]).toEqual([200, "none"]);
      expect(answer.body).toBeNull();
    }
  });
});

describe("an export", () => {
  it("has only the fields or columns that are asked for", async () => {
    const filter = "airport=FRA&flight_date=2030-05-01";
    const asked = `${filter}&fields=id,departure_delay_minutes`;
    const [row] = await readCsv(await askExport(`/api/flights/export?${asked}`));
    expect(Object.keys(row ?? {})).toEqual(["id", "departure_delay_minutes"]);
    const ndjson = await askExport(
      `/api/flights/export?format=ndjson&${filter}&fields=id,departure`,
    );
    expect(Object.keys((await readNdjson(ndjson))[0] ?? {})).toEqual(["id", "departure"]);
  });

  it.each([
    ["format=xlsx", "query.format"],
    ["fields=nothing", "query.fields"],
    ["format=ndjson&fields=departure_gate", "query.fields"],
    ["limit=5", "query.limit"],
    ["from=2030-05-02&to=2030-05-01", "query.to"],
    ["departure_airport=FRANKFURT", "query.departure_airport"],
  ])("refuses %s", async (query, name) => {
    const answer = await fetchRoutes(`/api/flights/export?${query}`);
    expect(answer.status).toBe(400);
    expect((await answer.json()).invalid_params[0].name).toBe(name);
  });

  it("is refused where as many are sent as may be, with when to ask again", async () => {
    const taken = Array.from({ length: MOST_EXPORTS }, takeExportPlace);
    const answer = await fetchRoutes("/api/airports/export");
    for (const leave of taken) leave();
    expect(answer.status).toBe(429);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await fetchRoutes("/api/airports/export")).status).toBe(200);
  });

  it("is for nobody unknown where reads are not public", async () => {
    overrideEnv({ API_PUBLIC_READS: false });
    const answer = await fetchRoutes("/api/flights/export");
    overrideEnv({ API_PUBLIC_READS: true });
    expect(answer.status).toBe(401);
  });
});
