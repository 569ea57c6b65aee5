import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { query } from "@/lib/db/query";
import { overrideEnv } from "@/lib/env";
import { fillFlights } from "@/scripts/bench/api/fill-flights";
import { measureApi } from "@/scripts/bench/api/measure-api";
import { startBare } from "@/scripts/bench/api/servers";
import { showApi } from "@/scripts/bench/api/show-api";
import { Undo } from "@/scripts/up/undo";
import { serveRoutes } from "@/tests/servers/serve-routes";
import { testDatabase } from "@/tests/servers/test-database";

const database = testDatabase();
const served = serveRoutes();
const undo = new Undo();

beforeAll(async () => {
  overrideEnv({ API_CALLS_PER_MINUTE: 0 });
  await fillFlights(3000, () => {});
});
afterAll(() => undo.all());

/** The figures of so small a run mean nothing: it shows that both sides are asked, answer the same, and are compared. */
test("the API and the bare server answer the same bytes and are compared", async () => {
  const bare = await startBare({ databaseUrl: database.url, undo });
  const measured = await measureApi({
    ...{ app: served.address, bare, flights: 3000, requests: 20, rounds: 1, seconds: 1 },
    say: () => {},
  });
  expect(measured.comparisons).toHaveLength(4);
  for (const { ratio } of measured.comparisons) expect(ratio).toBeGreaterThan(0);
  expect(measured.bytes).toBeGreaterThan(1000);
  expect(measured.depth).toBeGreaterThan(1000);
  expect(showApi(measured)).toContain("aim 0.6");
});

test("a database that is filled is left as it is, and its counts are those of its rows", async () => {
  const said: string[] = [];
  await fillFlights(3000, (line) => said.push(line));
  expect(said).toEqual([]);
  const [counts] = await query(
    z.object({ flights: z.number(), days: z.number(), routes: z.number() }),
    `SELECT (SELECT COUNT(*) FROM flights) AS flights, (SELECT SUM(flights) FROM flight_days) AS days,
       (SELECT SUM(flights) FROM flight_routes) AS routes`,
  );
  expect(counts).toEqual({ flights: 3276, days: 3276, routes: 3276 });
});
