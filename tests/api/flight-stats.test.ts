import { beforeAll, describe, expect, it } from "vitest";
import type { Flight } from "@/lib/contract/flights";
import { FLIGHT_GROUPS } from "@/lib/contract/stats";
import { testDatabase } from "@/tests/servers/test-database";
import { call, refusal } from "./fixtures/call";
import { randomFlights } from "./fixtures/random-flights";
import { storeFlights } from "./fixtures/stored-flights";

testDatabase();

const SPAN = "from=2030-04-25&to=2030-05-20";
const inSpan = ({ flight_date }: Flight) =>
  flight_date >= "2030-04-25" && flight_date <= "2030-05-20";
let all: Flight[] = [];

beforeAll(async () => {
  await storeFlights(randomFlights(600));
  all = (await call("GET", "/api/flights?limit=1000")).body;
  expect(all).toHaveLength(600);
});

describe("GET /api/stats/flights", () => {
  /** The filter that means one group. */
  const filterOf = (group: string, key: string): string => {
    const [departure, arrival] = key.split("-");
    const filters: Record<string, string> = {
      day: `flight_date=${key}`,
      airline: `operating_airline=${key}`,
      departure_airport: `departure_airport=${key}`,
      arrival_airport: `arrival_airport=${key}`,
      route: `departure_airport=${departure}&arrival_airport=${arrival}`,
      hour: `departure_hour=${Number(key)}`,
      weekday: `departure_weekday=${key}`,
    };
    return filters[group] ?? `${group}=${key}`;
  };

  it.each(FLIGHT_GROUPS)("by %s agrees with the list, group by group", async (group) => {
    const { status, body } = await call(
      "GET",
      `/api/stats/flights?group_by=${group}&${SPAN}&limit=1000`,
    );
    expect(status).toBe(200);
    let sum = 0;
    for (const { key, flights } of body) {
      sum += flights;
      if (key === null) continue;
      const span = group === "day" ? "" : `&${SPAN}`;
      const { headers } = await call("GET", `/api/flights?limit=1&${filterOf(group, key)}${span}`);
      expect([key, headers.get("x-total-count")]).toEqual([key, String(flights)]);
    }
    expect(sum).toBe(all.filter(inSpan).length);
  });

  it("counts all flights by what is kept ready, and asks for days for the rest", async () => {
    const { body } = await call("GET", "/api/stats/flights?group_by=route&limit=1000");
    const total = body.reduce((sum: number, { flights }: { flights: number }) => sum + flights, 0);
    expect(total).toBe(600);
    expect(await refusal(call("GET", "/api/stats/flights?group_by=airline"))).toEqual({
      status: 400,
      code: "range_required",
      names: ["query.group_by"],
    });
  });
});

describe("GET /api/stats, /api/routes", () => {
  it("say as much as there is", async () => {
    const { body: stats } = await call("GET", "/api/stats");
    const routes = new Set(all.map((flight) => flight.departure_airport + flight.arrival_airport));
    expect(stats.totals).toMatchObject({ flights: 600, routes: routes.size });
    const landed = all.filter(({ flight_status }) => flight_status === "landed").length;
    expect(stats.flights_by_status.landed).toBe(landed);
    const { body } = await call("GET", "/api/routes?departure_airport=FRA");
    for (const route of body) {
      const flights = all.filter(
        (flight) =>
          flight.departure_airport === "FRA" && flight.arrival_airport === route.arrival_airport,
      );
      expect(route.flights).toBe(flights.length);
    }
    expect(body.find(({ tracked }: { tracked: boolean }) => tracked)).toBeDefined();
  });

  it("one route tells its days, and one that nobody knows is not found", async () => {
    const days = all
      .filter(({ departure_airport: from, arrival_airport: to }) => from === "FRA" && to === "JFK")
      .map(({ flight_date }) => flight_date)
      .toSorted();
    expect((await call("GET", "/api/routes/FRA/JFK")).body).toMatchObject({
      flights: days.length,
      tracked: true,
      first_flight_date: days[0],
      last_flight_date: days.at(-1),
    });
    expect((await refusal(call("GET", "/api/routes/FRA/XXX"))).status).toBe(404);
    const { body } = await call("GET", "/api/flights/route/FRA/JFK/?limit=1000");
    expect(body).toHaveLength(days.length);
  });

  it("codeshares are one row for each flight and number", async () => {
    const sold = all.flatMap(({ id, codeshares }) =>
      codeshares.map(({ flight_number }) => [id, flight_number]),
    );
    const { body } = await call("GET", "/api/codeshares?limit=1000&from=2030-04-01&to=2030-06-30");
    const rows = body.map((row: { flight_id: number; flight_number: string }) => [
      row.flight_id,
      row.flight_number,
    ]);
    expect(rows.toSorted()).toEqual(sold.toSorted());
  });
});
