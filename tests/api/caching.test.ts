import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "@/lib/contract/endpoints";
import { execute } from "@/lib/db/execute";
import { overrideEnv } from "@/lib/env";
import { isShared } from "@/lib/http/cache-policy";
import { dropStandingReplies } from "@/lib/http/standing-replies";
import { testDatabase } from "@/tests/servers/test-database";
import { call } from "./fixtures/call";
import { signedIn } from "./fixtures/callers";
import { storeFlights } from "./fixtures/stored-flights";

const database = testDatabase();
const run = promisify(execFile);
const writer = fileURLToPath(new URL("fixtures/write-elsewhere.ts", import.meta.url));

const writeElsewhere = (name: string) =>
  run(process.execPath, ["--import", "tsx", writer, name], {
    env: { ...process.env, DATABASE_URL: database.url },
  });

beforeAll(async () => {
  overrideEnv({
    ...{ API_CACHE_MB: 8, API_CALLS_PER_MINUTE: 0 },
    NEXTAUTH_SECRET: "a secret of this test",
  });
  dropStandingReplies();
  await storeFlights([
    {
      ...{ id: 1, number: "LH400", origin: "FRA", destination: "JFK" },
      ...{ departs: "2030-05-01T10:50", departsUtc: "2030-05-01T08:50", soldAs: ["UA8839"] },
    },
  ]);
  await execute(
    `INSERT INTO airports (airport_code, name, country_code, location_type, source, created_at, updated_at)
     VALUES ('FRA', 'Frankfurt', 'DE', 'airport', 'lufthansa', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))`,
  );
  await writeElsewhere("Germany");
});
afterAll(dropStandingReplies);

/** One address for each read that is kept for all. */
const PATHS: Readonly<Record<string, string>> = {
  getAirport: "/api/airports/FRA",
  getCountry: "/api/countries/DE",
  getFlight: "/api/flights/1",
  listFlightEvents: "/api/flights/1/events",
  listFlightCodeshares: "/api/flights/1/codeshares",
  listRouteFlights: "/api/flights/route/FRA/JFK",
  getRoute: "/api/routes/FRA/JFK",
  listEvents: "/api/flight-events?flight_date=2030-05-01",
  listCodeshares: "/api/codeshares?flight_date=2030-05-01",
  listFlightStats: "/api/stats/flights?group_by=day",
};
const kept = endpoints
  .filter((endpoint) => isShared(endpoint))
  .filter(({ path, id }) => !path.includes("{") || PATHS[id])
  .map(({ id, path }) => [id, PATHS[id] ?? path] as const);

describe("a kept answer", () => {
  it("is that of another process's write within a moment, everywhere", async () => {
    expect(kept.length).toBeGreaterThan(15);
    const before = new Map<string, string | null>();
    for (const [id, path] of kept) {
      const first = await call("GET", path);
      expect([id, first.status]).toEqual([id, 200]);
      const tag = first.headers.get("etag") ?? "";
      expect((await call("GET", path, { headers: { "if-none-match": tag } })).status).toBe(304);
      before.set(id, tag);
    }
    await writeElsewhere("Deutschland");
    const named = () => call("GET", "/api/countries/DE");
    await expect
      .poll(async () => (await named()).body.country_name, { timeout: 10_000 })
      .toBe("Deutschland");
    const { body } = await call("GET", "/api/airports/FRA");
    expect(body.country_name).toBe("Deutschland");
    for (const [id, path] of kept) {
      const now = await call("GET", path);
      expect(now.status).toBe(200);
      // What names a row by itself, or stands whatever is written, may keep its name.
      const { versioned } = endpoints.find((endpoint) => endpoint.id === id) ?? {};
      if (!versioned) expect([id, now.headers.get("etag")]).not.toEqual([id, before.get(id)]);
    }
  });

  it("is that of an own write at once", async () => {
    const { headers } = await signedIn("operator", "operator");
    const routes = async () =>
      (await call("GET", "/api/routes?tracked=true&limit=1000")).body.length;
    const count = await routes();
    const removed = await call("DELETE", "/api/tracked/routes/FRA/JFK", { headers });
    expect(removed.status).toBe(200);
    expect(await routes()).toBe(count - 1);
  });

  it("is made of the same question, however its query is written", async () => {
    const one = await call("GET", "/api/airports?limit=5&country_code=DE");
    const other = await call("GET", "/api/airports/?country_code=DE&limit=5");
    expect(other.body).toEqual(one.body);
    const swapped = await call("GET", "/api/airports?country_code=DE&limit=5");
    expect(swapped.headers.get("etag")).toBe(one.headers.get("etag"));
  });

  it("goes to nobody who may not read", async () => {
    await call("GET", "/api/countries");
    overrideEnv({ API_PUBLIC_READS: false });
    try {
      const refused = await call("GET", "/api/countries");
      expect(refused.status).toBe(401);
      expect(refused.headers.get("vary")).toMatch(/authorization, cookie/i);
    } finally {
      overrideEnv({ API_PUBLIC_READS: true });
    }
  });
});
