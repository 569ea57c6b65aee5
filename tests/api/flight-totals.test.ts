import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { Flight } from "@/lib/contract/flights";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import { testDatabase } from "@/tests/servers/test-database";
import { call } from "./fixtures/call";
import { randomFlights } from "./fixtures/random-flights";
import { storeFlights } from "./fixtures/stored-flights";

testDatabase();

const COPIED = [
  "number",
  "suffix",
  "origin",
  "destination",
  "flight_date",
  "service_type",
  "status",
  "scheduled_departure_local",
  "scheduled_departure_basis",
  "departs_at",
  "source",
  "first_seen_at",
  "last_seen_at",
  "created_at",
  "updated_at",
];
const SPAN = "from=2030-04-01&to=2030-06-30";

/** Each of 101 flights once more for each of them, all by one airline: more than anybody counts. */
beforeAll(async () => {
  await storeFlights(randomFlights(300));
  await execute(
    `INSERT INTO flights (id, carrier, operation, ${COPIED.join(", ")})
     SELECT 1000000 + a.id * 1000 + b.id, 'LH', CONCAT(a.id, 'x', b.id), ${COPIED.map((name) => `a.${name}`).join(", ")}
     FROM flights a JOIN flights b WHERE a.id <= 101 AND b.id <= 101`,
  );
  // Counts them.
  await storeFlights([]);
});

async function totalOf(search: string): Promise<(string | null)[]> {
  const { headers } = await call("GET", `/api/flights?limit=1&${search}`);
  return [headers.get("x-total-count"), headers.get("x-total-count-exact")];
}

const idsBySql = async (where: string, end: string): Promise<number[]> => {
  const rows = await query(
    z.object({ id: z.number() }),
    `SELECT f.id FROM flights f WHERE ${where} ORDER BY ${end}`,
  );
  return rows.map(({ id }) => id);
};
const SOLD_BY_LH =
  "(f.carrier = 'LH' OR f.id IN (SELECT flight_id FROM flight_codeshares WHERE carrier = 'LH'))";

it("is exact by rollups, else counted to 10,000, and says which", async () => {
  const whole = ["10501", null];
  expect(await totalOf("")).toEqual(whole);
  expect(await totalOf(SPAN)).toEqual(whole);
  const fromFra = await idsBySql("f.origin = 'FRA'", "f.id");
  expect(await totalOf("departure_airport=FRA")).toEqual([String(fromFra.length), null]);
  expect(await totalOf(`updated_since=2030-01-01T00:00:00Z&${SPAN}`)).toEqual(["10000", "false"]);
  expect(await totalOf("airline_code=LH")).toEqual(["10000", "false"]);
});

it("says on the last page how far that is, where it was not counted", async () => {
  const { headers } = await call("GET", "/api/flights?airline_code=LH&skip=10000&limit=1000");
  const all = await idsBySql(SOLD_BY_LH, "f.id");
  expect([headers.get("x-total-count"), headers.get("x-total-count-exact")]).toEqual([
    String(all.length),
    null,
  ]);
});

it.each(["id", "departure_time"])(
  "finds an airline of many flights in the order %s",
  async (sort) => {
    const { body } = await call("GET", `/api/flights?airline_code=LH&limit=1000&sort=${sort}`);
    const order = sort === "id" ? "f.id" : "f.flight_date, f.departs_at, f.id";
    const expected = await idsBySql(SOLD_BY_LH, `${order} LIMIT 1000`);
    expect(body.map(({ id }: Flight) => id)).toEqual(expected);
  },
);

it("counts an airline of many flights in days, whoever operates and sells", async () => {
  const days = "f.flight_date BETWEEN '2030-04-20' AND '2030-05-05'";
  const expected = await idsBySql(`${SOLD_BY_LH} AND ${days}`, "f.id");
  const search = "airline_code=LH&from=2030-04-20&to=2030-05-05";
  expect(await totalOf(search)).toEqual([String(expected.length), null]);
  const cancelled = await idsBySql(`${SOLD_BY_LH} AND ${days} AND f.status = 'cancelled'`, "f.id");
  expect(await totalOf(`${search}&flight_status=cancelled`)).toEqual([
    String(cancelled.length),
    null,
  ]);
});
