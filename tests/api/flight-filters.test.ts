import { beforeAll, describe, expect, it } from "vitest";
import type { Flight } from "@/lib/contract/flights";
import { execute } from "@/lib/db/execute";
import { testDatabase } from "@/tests/servers/test-database";
import { call, refusal } from "./fixtures/call";
import { randomFlights } from "./fixtures/random-flights";
import { storeFlights } from "./fixtures/stored-flights";

testDatabase();

const COUNTRIES = { FRA: "DE", MUC: "DE", JFK: "US", HND: "JP", ZRH: "CH" } as const;
let all: Flight[] = [];

beforeAll(async () => {
  await storeFlights(randomFlights(600));
  for (const [code, country] of Object.entries(COUNTRIES)) {
    await execute(
      `INSERT INTO airports (airport_code, country_code, source, created_at, updated_at)
       VALUES (?, ?, 'sample', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))`,
      [code, country],
    );
  }
  all = (await call("GET", "/api/flights?limit=1000")).body;
  expect(all).toHaveLength(600);
});

const countryOf = (code: string) => COUNTRIES[code as keyof typeof COUNTRIES];
const sells = (flight: Flight, carrier: string) =>
  flight.codeshares.some(({ airline_code }) => airline_code === carrier);
const hasNumber = (flight: Flight, number: string) =>
  [flight.flight_number, ...flight.codeshares.map((sold) => sold.flight_number)].includes(number);
const least = (minutes: number | null, bound: number) => minutes !== null && minutes >= bound;
const most = (minutes: number | null, bound: number) => minutes !== null && minutes <= bound;
const SPAN = "from=2030-04-25&to=2030-05-20";
const inSpan = ({ flight_date }: Flight) =>
  flight_date >= "2030-04-25" && flight_date <= "2030-05-20";

/** Each filter as a query, and as what somebody would write who has all flights at hand. */
const FILTERS: readonly [string, (flight: Flight) => boolean][] = [
  ["departure_airport=FRA", (flight) => flight.departure_airport === "FRA"],
  ["arrival_airport=hnd", (flight) => flight.arrival_airport === "HND"],
  ["airport=MUC", (flight) => [flight.departure_airport, flight.arrival_airport].includes("MUC")],
  ["flight_date=2030-05-01", (flight) => flight.flight_date === "2030-05-01"],
  [SPAN, inSpan],
  ["from=2030-05-10", (flight) => flight.flight_date >= "2030-05-10"],
  ["airline_code=UA", (flight) => flight.airline_code === "UA" || sells(flight, "UA")],
  ["operating_airline=LX", (flight) => flight.airline_code === "LX"],
  ["marketing_airline=LX", (flight) => sells(flight, "LX")],
  ["flight_number=LH5", (flight) => hasNumber(flight, "LH5")],
  ["q=jfk", (flight) => [flight.departure_airport, flight.arrival_airport].includes("JFK")],
  ["q=en", (flight) => flight.airline_code === "EN" || sells(flight, "EN")],
  [
    `flight_status=landed,diverted&${SPAN}`,
    (flight) => ["landed", "diverted"].includes(flight.flight_status) && inSpan(flight),
  ],
  [`service_type=rail&${SPAN}`, (flight) => flight.service_type === "rail" && inSpan(flight)],
  [`aircraft_type=32N&${SPAN}`, (flight) => flight.aircraft_type === "32N" && inSpan(flight)],
  [`registration=D-AIXP&${SPAN}`, (flight) => flight.registration === "DAIXP" && inSpan(flight)],
  [
    `departure_country=DE&${SPAN}`,
    (flight) => countryOf(flight.departure_airport) === "DE" && inSpan(flight),
  ],
  [
    `arrival_country=US&${SPAN}`,
    (flight) => countryOf(flight.arrival_airport) === "US" && inSpan(flight),
  ],
  [
    `departure_delay_min=15&departure_delay_max=60&${SPAN}`,
    ({ departure, ...flight }) =>
      least(departure.delay_minutes, 15) &&
      most(departure.delay_minutes, 60) &&
      inSpan({ departure, ...flight }),
  ],
  [
    `arrival_delay_max=-1&${SPAN}`,
    (flight) => most(flight.arrival.delay_minutes, -1) && inSpan(flight),
  ],
  [
    `departure_hour=7&${SPAN}`,
    (flight) => flight.departure.scheduled?.local.slice(11, 13) === "07" && inSpan(flight),
  ],
  [
    `departure_weekday=7&${SPAN}`,
    (flight) => new Date(flight.flight_date).getUTCDay() === 0 && inSpan(flight),
  ],
  [
    `updated_since=2030-06-10T00:00:00Z&${SPAN}`,
    (flight) => flight.updated_at >= "2030-06-10" && inSpan(flight),
  ],
];

const idsOf = (flights: readonly Flight[]) => flights.map(({ id }) => id).toSorted((a, b) => a - b);

describe("GET /api/flights", () => {
  it.each(FILTERS)("?%s finds exactly what fits", async (search, fits) => {
    const { status, headers, body } = await call("GET", `/api/flights?limit=1000&${search}`);
    expect(status).toBe(200);
    const expected = all.filter(fits);
    expect(expected.length).toBeGreaterThan(0);
    expect(idsOf(body)).toEqual(idsOf(expected));
    expect(headers.get("x-total-count")).toBe(String(expected.length));
  });

  it("combines every two filters", async () => {
    for (const [at, [one, fitsOne]] of FILTERS.entries()) {
      const [other, fitsOther] = FILTERS[(at + 7) % FILTERS.length] ??
        FILTERS[0] ?? ["", () => true];
      const search = new URLSearchParams([
        ...new URLSearchParams(one),
        ...[...new URLSearchParams(other)].filter(([name]) => !new URLSearchParams(one).has(name)),
      ]);
      const both = all.filter((flight) => fitsOne(flight) && fitsOther(flight));
      const asked = new URLSearchParams(other);
      const same = [...asked].every(([name, value]) => search.get(name) === value);
      if (!same) continue;
      const { body } = await call("GET", `/api/flights?limit=1000&${search}`);
      expect([search.toString(), idsOf(body)]).toEqual([search.toString(), idsOf(both)]);
    }
  });

  it.each(["id", "-id", "departure_time", "-departure_time"])(
    "walked by cursor in the order %s shows each flight once, and is not shaken by new ones",
    async (sort) => {
      const seen: Flight[] = [];
      let next: string | null = `/api/flights?sort=${sort}&limit=97`;
      while (next) {
        const { headers, body } = await call("GET", next);
        seen.push(...body);
        next = /<([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1] ?? null;
      }
      expect(seen).toHaveLength(600);
      expect(idsOf(seen)).toEqual(idsOf(all));
      const keys = seen.map(({ id, flight_date }) => (sort.endsWith("id") ? id : flight_date));
      const sorted = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(keys).toEqual(sort.startsWith("-") ? sorted.toReversed() : sorted);
    },
  );

  it("gives only the fields that are asked for", async () => {
    const { body } = await call("GET", "/api/flights?fields=flight_number,id&limit=1");
    expect(Object.keys(body[0])).toEqual(["flight_number", "id"]);
  });

  it.each([
    ["flight_status=landed", "range_required", "query.flight_status"],
    [
      "departure_delay_min=15&from=2030-01-01&to=2030-04-03",
      "range_required",
      "query.departure_delay_min",
    ],
    ["from=2030-05-02&to=2030-05-01", "validation_failed", "query.to"],
    ["flight_status=landet", "validation_failed", "query.flight_status"],
    ["fields=id,colour", "validation_failed", "query.fields"],
    ["skip=10001", "validation_failed", "query.skip"],
    ["q=L", "validation_failed", "query.q"],
  ])("?%s is refused: %s", async (search, code, name) => {
    const refused = await refusal(call("GET", `/api/flights?${search}`));
    expect(refused).toEqual({ status: 400, code, names: [name] });
  });

  it("92 days are few enough to look through", async () => {
    const { status } = await call(
      "GET",
      "/api/flights?departure_delay_min=15&from=2030-03-01&to=2030-05-31",
    );
    expect(status).toBe(200);
  });
});
