import { beforeAll, describe, expect, it } from "vitest";
import * as events from "@/app/api/flights/[id]/events/route";
import * as one from "@/app/api/flights/[id]/route";
import * as list from "@/app/api/flights/route";
import { callPage } from "@/lib/contract/call-api";
import { type Flight, listFlights } from "@/lib/contract/flights";
import type { Page } from "@/lib/contract/paging";
import { execute } from "@/lib/db/execute";
import type { Route } from "@/lib/http/serve-with";
import { testDatabase } from "@/tests/servers/test-database";
import { storeFlights } from "./fixtures/stored-flights";

testDatabase();

beforeAll(async () => {
  await storeFlights([
    {
      id: 1,
      number: "LH400",
      origin: "FRA",
      destination: "JFK",
      departs: "2030-05-01T10:50",
      departsUtc: "2030-05-01T08:50",
      soldAs: ["UA8839", "AC9099"],
      more: {
        status: "departed",
        scheduled_arrival_local: "2030-05-01T13:35",
        scheduled_arrival_utc: new Date("2030-05-01T17:35Z"),
        scheduled_arrival_basis: "sent",
        actual_departure_local: "2030-05-01T11:02",
        actual_departure_utc: new Date("2030-05-01T09:02Z"),
        actual_departure_basis: "derived",
        departure_delay_minutes: 12,
        departure_time_zone: "Europe/Berlin",
        departure_gate: "Z50",
      },
    },
    {
      id: 2,
      number: "LH050",
      origin: "FRA",
      destination: "MUC",
      departs: "2030-05-01T06:15",
      departsUtc: "2030-05-01T04:15",
    },
    {
      id: 3,
      number: "UA8839",
      origin: "ORD",
      destination: "FRA",
      departs: "2030-05-02T16:00",
      departsUtc: null,
    },
    {
      id: 4,
      number: "LH400",
      origin: "FRA",
      destination: "JFK",
      departs: "2030-05-02T10:50",
      departsUtc: "2030-05-02T08:50",
    },
    {
      id: 5,
      number: "EN8000",
      origin: "FRA",
      destination: "FLR",
      departs: "2030-05-02T09:00",
      departsUtc: null,
      more: { number: 0, number_text: "", operation: "0900" },
      soldAs: ["LH9400"],
    },
  ]);
  await execute("INSERT INTO flight_redirects (id, flight_id) VALUES (77, 1)");
  await execute(
    `INSERT INTO flight_events (flight_id, position, field, old_value, new_value, observed_at, stream, payload_id) VALUES
     (1, 0, 'seen', NULL, NULL, '2030-04-30 06:00:00', 'schedules', NULL),
     (1, 1, 'actualDeparture', NULL, '2030-05-01T09:02:00Z', '2030-05-01 09:15:00', 'flight-status', NULL)`,
  );
});

const ask = (route: Route, path: string, params: Record<string, string> = {}) =>
  route(new Request(`http://localhost${path}`), { params: Promise.resolve(params) });
const idsOf = async (search: string): Promise<number[]> => {
  const response = await ask(list.GET, `/api/flights${search}`);
  expect(response.status).toBe(200);
  const flights: Flight[] = await response.json();
  return flights.map(({ id }) => id);
};

describe("GET /api/flights", () => {
  it.each([
    ["", [1, 2, 3, 4, 5]],
    ["?skip=1&limit=2", [2, 3]],
    ["?sort=-id&limit=2", [5, 4]],
    ["?departure_airport=fra", [2, 1, 4, 5]],
    ["?departure_airport=FRA&sort=-departure_time", [5, 4, 1, 2]],
    ["?sort=departure_time&limit=2", [2, 1]],
    ["?arrival_airport=JFK&departure_airport=FRA&flight_date=2030-05-02", [4]],
    ["?flight_date=2030-05-01", [2, 1]],
    ["?airline_code=UA", [1, 3]],
    ["?airline_code=AC&flight_date=2030-05-01", [1]],
    ["?flight_number=LH400", [1, 4]],
    ["?flight_number=lh0400&flight_date=2030-05-02", [4]],
    ["?flight_number=UA8839", [1, 3]],
    ["?flight_number=LH9400", [5]],
    ["?flight_number=LH50", [2]],
    ["?flight_number=LH400A", []],
  ])("%s", async (search, ids) => {
    expect(await idsOf(search)).toEqual(ids);
  });

  it("is walked by cursor, over flights whose instant is not known too", async () => {
    const seen: number[] = [];
    const query = { departure_airport: "FRA", limit: 1 };
    const fetch: typeof globalThis.fetch = (input) =>
      ask(list.GET, String(input).replace("http://localhost", ""));
    let cursor: string | null = null;
    do {
      const page: Page<Flight> = await callPage(
        listFlights,
        { query: { ...query, ...(cursor ? { cursor } : {}) } },
        { fetch },
      );
      expect(page.total).toBe(4);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual([2, 1, 4, 5]);
  });

  it.each([
    ["?flight_date=2030-02-30", "query.flight_date"],
    ["?flight_date=9999-12-31", "query.flight_date"],
    ["?flight_date=01.05.2030", "query.flight_date"],
    ["?departure_airport=FRANKFURT", "query.departure_airport"],
    ["?airline_code=L", "query.airline_code"],
    ["?flight_number=400", "query.flight_number"],
    ["?flight_number=LH12345", "query.flight_number"],
    ["?sort=departure_delay", "query.sort"],
    ["?cursor=rubbish", "query.cursor"],
    ["?carrier=LH", "query.carrier"],
  ])("%s is refused by name", async (search, name) => {
    const response = await ask(list.GET, `/api/flights${search}`);
    expect(response.status).toBe(400);
    expect((await response.json()).invalid_params).toMatchObject([{ name }]);
  });
});

describe("GET /api/flights/{id}", () => {
  it("shows one with its times, its delay and the numbers it is sold under", async () => {
    const flight: Flight = await (await ask(one.GET, "/api/flights/1", { id: "1" })).json();
    expect(flight).toMatchObject({
      id: 1,
      flight_number: "LH400",
      airline_code: "LH",
      departure_time: "2030-05-01T08:50:00.000Z",
      arrival_time: "2030-05-01T17:35:00.000Z",
      flight_status: "departed",
      flight_date: "2030-05-01",
      codeshares: [
        { flight_number: "AC9099", airline_code: "AC" },
        { flight_number: "UA8839", airline_code: "UA" },
      ],
    });
    expect(flight.departure).toMatchObject({
      airport_code: "FRA",
      time_zone: "Europe/Berlin",
      scheduled: { local: "2030-05-01T10:50", basis: "sent" },
      estimated: null,
      actual: { utc: "2030-05-01T09:02:00.000Z", local: "2030-05-01T11:02", basis: "derived" },
      delay_minutes: 12,
      gate: "Z50",
    });
    expect(flight.arrival).toMatchObject({ actual: null, delay_minutes: null });
  });

  it("has a number as it is written, and none where only the carrier is known", async () => {
    const numberOf = async (id: string) =>
      (await (await ask(one.GET, `/api/flights/${id}`, { id })).json()).flight_number;
    expect(await numberOf("2")).toBe("LH050");
    expect(await numberOf("5")).toBeNull();
  });

  it("of a row that was joined answers the flight it leads to, and its events", async () => {
    const joined = await ask(one.GET, "/api/flights/77", { id: "77" });
    expect(await joined.json()).toMatchObject({ id: 1 });
    const its = await ask(events.GET, "/api/flights/77/events", { id: "77" });
    expect((await its.json()).length).toBe(2);
  });

  it.each([
    ["99", 404],
    ["0", 400],
    ["-1", 400],
    ["one", 400],
    ["1e30", 400],
  ])("%s is refused with %i, and so are its events", async (id, status) => {
    for (const route of [one.GET, events.GET]) {
      const response = await ask(route, `/api/flights/${id}`, { id });
      expect(response.status).toBe(status);
      expect((await response.json()).invalid_params).toMatchObject([{ name: "path.id" }]);
    }
  });
});

it("GET /api/flights/{id}/events tells what became known, in order", async () => {
  const response = await ask(events.GET, "/api/flights/1/events", { id: "1" });
  expect(await response.json()).toMatchObject([
    { position: 0, field: "seen", stream: "schedules" },
    {
      position: 1,
      field: "actual_departure",
      old_value: null,
      new_value: "2030-05-01T09:02:00Z",
      observed_at: "2030-05-01T09:15:00.000Z",
      stream: "flight-status",
    },
  ]);
});
