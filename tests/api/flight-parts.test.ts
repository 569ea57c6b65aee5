import { beforeAll, describe, expect, it } from "vitest";
import type { SoldFlight } from "@/lib/contract/codeshares";
import type { FlightEventOfMany } from "@/lib/contract/flight-events";
import type { Flight } from "@/lib/contract/flights";
import { insertRows } from "@/lib/db/insert-rows";
import { transaction } from "@/lib/db/transaction";
import { testDatabase } from "@/tests/servers/test-database";
import { call, refusal } from "./fixtures/call";
import { randomFlights } from "./fixtures/random-flights";
import { storeFlights } from "./fixtures/stored-flights";

testDatabase();

const SPAN = "from=2030-04-01&to=2030-06-30";
const FIELDS = ["seen", "status", "departureGate"];
let all: Flight[] = [];

/** Some flights have one event, some three, and one in seven has none that is kept. */
const eventsOf = (id: number): string[] => (id % 7 === 0 ? [] : FIELDS.slice(0, 1 + (id % 3)));

beforeAll(async () => {
  const flights = randomFlights(200);
  await storeFlights(flights);
  await transaction((connection) =>
    insertRows(connection, {
      table: "flight_events",
      columns: ["flight_id", "position", "field", "observed_at", "stream"],
      rows: flights.flatMap(({ id }) =>
        eventsOf(id).map((field, position) => [
          id,
          position,
          field,
          new Date("2030-05-01T00:00:00Z"),
          "schedules",
        ]),
      ),
    }),
  );
  all = (await call("GET", `/api/flights?limit=1000&sort=departure_time`)).body;
});

/** All rows of a list, walked by its links. */
async function walk<Row>(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  let next: string | null = path;
  while (next) {
    const { status, headers, body }: Awaited<ReturnType<typeof call>> = await call("GET", next);
    expect(status).toBe(200);
    rows.push(...body);
    next = /<([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1] ?? null;
  }
  return rows;
}

describe("GET /api/flight-events", () => {
  const named = (rows: readonly FlightEventOfMany[]) =>
    rows.map(({ flight_id, field }) => `${flight_id} ${field}`);
  const expected = (flights: readonly Flight[], only?: string) =>
    flights.flatMap(({ id }) =>
      eventsOf(id)
        .map((field) => (field === "departureGate" ? "departure_gate" : field))
        .filter((field) => only === undefined || field === only)
        .map((field) => `${id} ${field}`),
    );

  it.each([1, 7, 1000])(
    "in pages of %i shows each event once, in the order of departures",
    async (limit) => {
      const rows = await walk<FlightEventOfMany>(`/api/flight-events?${SPAN}&limit=${limit}`);
      expect(named(rows)).toEqual(expected(all));
    },
  );

  it("goes backwards over the flights, and forwards within each", async () => {
    const rows = await walk<FlightEventOfMany>(
      `/api/flight-events?${SPAN}&limit=7&sort=-departure_time`,
    );
    expect(named(rows)).toEqual(expected(all.toReversed()));
  });

  it("filters by flights and by what changed, with the total", async () => {
    const { headers, body } = await call(
      "GET",
      `/api/flight-events?${SPAN}&departure_airport=FRA&field=departure_gate&limit=2&skip=1`,
    );
    const fits = expected(
      all.filter((flight) => flight.departure_airport === "FRA"),
      "departure_gate",
    );
    expect(named(body)).toEqual(fits.slice(1, 3));
    expect(headers.get("x-total-count")).toBe(String(fits.length));
  });

  it("asks for days", async () => {
    expect(await refusal(call("GET", "/api/flight-events?departure_airport=FRA"))).toEqual({
      status: 400,
      code: "range_required",
      names: ["query.flight_date"],
    });
  });

  it("of one flight are paged too", async () => {
    const { body } = await call("GET", "/api/flights/2/events?limit=1&sort=-position&fields=field");
    expect(body).toEqual([{ field: "departure_gate" }]);
    expect((await call("GET", "/api/flights/7/events")).body).toEqual([]);
  });
});

describe("GET /api/codeshares", () => {
  const sold = () =>
    all.flatMap((flight) =>
      flight.codeshares.map((share) => ({
        flight,
        share,
        name: `${flight.id} ${share.flight_number}`,
      })),
    );
  const named = (rows: readonly SoldFlight[]) =>
    rows.map(({ flight_id, flight_number }) => `${flight_id} ${flight_number}`);

  it.each(["departure_time", "-departure_time", "flight_number", "-flight_number"])(
    "walked by %s shows each once",
    async (sort) => {
      const rows = await walk<SoldFlight>(`/api/codeshares?sort=${sort}&limit=7`);
      expect(named(rows).toSorted()).toEqual(
        sold()
          .map(({ name }) => name)
          .toSorted(),
      );
      const keys = rows.map((row) =>
        sort.endsWith("number") ? row.airline_code : row.flight_date,
      );
      const sorted = keys.toSorted();
      expect(keys).toEqual(sort.startsWith("-") ? sorted.toReversed() : sorted);
    },
  );

  it.each([
    [
      "airline_code=UA",
      ({ share }: ReturnType<typeof sold>[number]) => share.airline_code === "UA",
    ],
    [
      `operating_airline=LH&${SPAN}`,
      ({ flight }: ReturnType<typeof sold>[number]) => flight.airline_code === "LH",
    ],
    [
      `airline_code=LX&departure_airport=FRA&${SPAN}`,
      ({ flight, share }: ReturnType<typeof sold>[number]) =>
        flight.departure_airport === "FRA" && share.airline_code === "LX",
    ],
  ])("?%s", async (search, fits) => {
    const { headers, body } = await call("GET", `/api/codeshares?limit=1000&${search}`);
    const expected = sold().filter(fits);
    expect(expected.length).toBeGreaterThan(0);
    expect(named(body).toSorted()).toEqual(expected.map(({ name }) => name).toSorted());
    expect(headers.get("x-total-count")).toBe(String(expected.length));
  });

  it("is found by a number, and from its flight", async () => {
    const [first] = sold();
    if (!first) throw new Error("nothing is sold");
    const { body } = await call(
      "GET",
      `/api/codeshares?flight_number=${first.share.flight_number}`,
    );
    expect(body).toMatchObject([
      { flight_id: first.flight.id, operating_flight_number: first.flight.flight_number },
    ]);
    expect((await call("GET", `/api/flights/${first.flight.id}/codeshares`)).body).toEqual(body);
    expect((await refusal(call("GET", "/api/flights/9999/codeshares"))).status).toBe(404);
  });

  it.each(["departure_airport=FRA", "operating_airline=LH", "airline_code=UA&sort=departure_time"])(
    "?%s asks for days",
    async (search) => {
      expect(await refusal(call("GET", `/api/codeshares?${search}`))).toMatchObject({
        code: "range_required",
      });
    },
  );
});

it("GET /api/flights walked by cursor shows what was there once, whatever comes meanwhile", async () => {
  const seen: Flight[] = [];
  let next: string | null = "/api/flights?airport=FRA&limit=9";
  for (let id = 1001; next; id += 1) {
    const { headers, body }: Awaited<ReturnType<typeof call>> = await call("GET", next);
    seen.push(...body);
    next = /<([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1] ?? null;
    // Before and behind the place where the walk is.
    for (const [at, departs] of ["2030-04-19T10:00", "2030-06-29T10:00"].entries()) {
      await storeFlights([
        {
          id: 2 * id + at,
          number: `LH${id}`,
          origin: "FRA",
          destination: "MUC",
          departs,
          departsUtc: departs,
        },
      ]);
    }
    if (id > 1040) break;
  }
  const old = seen.filter(({ id }) => id < 2000).map(({ id }) => id);
  const fits = all.filter(
    (flight) => flight.departure_airport === "FRA" || flight.arrival_airport === "FRA",
  );
  expect(old).toEqual(fits.map(({ id }) => id));
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
});

it("GET /api/flights jumps in the order of an airport's two boards, and knows the total behind their end", async () => {
  const fits = (await walk<Flight>("/api/flights?airport=MUC&limit=1000")).map(({ id }) => id);
  const { body } = await call("GET", "/api/flights?airport=MUC&skip=5&limit=3");
  expect(body.map(({ id }: Flight) => id)).toEqual(fits.slice(5, 8));
  const behind = await call("GET", "/api/flights?airport=MUC&skip=9000");
  expect([behind.body, behind.headers.get("x-total-count")]).toEqual([[], String(fits.length)]);
});
