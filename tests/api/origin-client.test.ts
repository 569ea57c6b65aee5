import { beforeAll, describe, expect, it } from "vitest";
import { overrideEnv } from "@/lib/env";
import { serveRoutes } from "@/tests/servers/serve-routes";
import { testDatabase } from "@/tests/servers/test-database";
import { ALL, bearer, key, person } from "./fixtures/callers";
import { storeSmallWorld } from "./fixtures/small-world";
import { dayFromNow } from "./fixtures/stored-coverage";

testDatabase();
const server = serveRoutes();

let writer: Record<string, string>;
beforeAll(async () => {
  overrideEnv({
    NEXTAUTH_SECRET: "a secret of this test, long enough",
    API_CALLS_PER_MINUTE: 0,
    MONGODB_URI: undefined,
    // Nothing listens there: no test asks the real source.
    LUFTHANSA_BASE_URL: "http://127.0.0.1:9",
  });
  await storeSmallWorld();
  writer = bearer(await key(await person("operator", "operator"), ALL));
});

/** What a client of the origin does, with another base address: a path, parameters, JSON. */
async function request(method: string, path: string, json?: unknown) {
  const answer = await fetch(`${server.address}/api${path}`, {
    method,
    redirect: "error",
    headers: {
      ...(method === "GET" ? {} : writer),
      ...(json === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
}

const AIRPORT = [
  ...["id", "airport_code", "city_code", "country_code", "country_name"],
  ...["latitude", "longitude", "created_at", "updated_at"],
];
const AIRLINE = ["id", "airline_code", "airline_name", "country_code"];
const FLIGHT = [
  ...["id", "flight_number", "airline_code", "departure_airport", "arrival_airport"],
  ...["departure_time", "arrival_time", "flight_status", "aircraft_type", "flight_date"],
  ...["created_at", "updated_at"],
];
const fieldsOf = (row: object) => Object.keys(row);

const NEW_AIRPORT = {
  airport_code: "QQA",
  city_code: "FRA",
  country_code: "DE",
  country_name: "Germany",
  latitude: 50.1,
  longitude: 8.6,
};
const NEW_AIRLINE = { airline_code: "Q1", airline_name: "Origin Air", country_code: "DE" };
const NEW_FLIGHT = {
  flight_number: "LH400",
  airline_code: "LH",
  departure_airport: "FRA",
  arrival_airport: "LHR",
  departure_time: "2026-12-01T10:05:00Z",
  arrival_time: "2026-12-01T11:45:00Z",
  flight_status: "scheduled",
  aircraft_type: "32N",
  flight_date: "2026-12-01",
};

describe.each([
  ["without a slash at its end", ""],
  ["with a slash at its end", "/"],
])("the origin's API, each path %s", (_, slash) => {
  it("says its name and version, and how it is", async () => {
    const root = await request("GET", slash);
    expect(root).toMatchObject({ status: 200, body: { name: expect.any(String) } });
    expect(root.body.version).toMatch(/^\d+\.\d+/);
    const health = await request("GET", `/health${slash}`);
    expect(health).toMatchObject({ status: 200, body: { status: expect.any(String) } });
  });

  it("lists airports by page and country, and gets one", async () => {
    const { status, body } = await request("GET", `/airports${slash}?skip=0&limit=100`);
    expect(status).toBe(200);
    expect(body.map(({ airport_code }: { airport_code: string }) => airport_code)).toEqual(
      expect.arrayContaining(["FRA", "HAM", "LHR", "MUC"]),
    );
    expect(fieldsOf(body[0])).toEqual(expect.arrayContaining(AIRPORT));
    const british = await request("GET", `/airports${slash}?country_code=GB`);
    expect(british.body).toMatchObject([{ airport_code: "LHR", country_name: "United Kingdom" }]);
    expect((await request("GET", `/airports${slash}?skip=1&limit=1`)).body).toEqual([body[1]]);
    const one = await request("GET", `/airports/FRA${slash}`);
    expect(one).toMatchObject({ status: 200, body: { airport_code: "FRA", country_code: "DE" } });
    const none = await request("GET", `/airports/QQQ${slash}`);
    expect(none).toMatchObject({ status: 404, body: { detail: expect.any(String) } });
    expect((await request("GET", `/airports${slash}?limit=1001`)).status).toBe(400);
  });

  it("adds, changes and deletes an airport", async () => {
    const path = `/airports/QQA${slash}`;
    const made = await request("POST", `/airports${slash}`, NEW_AIRPORT);
    expect(made).toMatchObject({ status: 201, body: NEW_AIRPORT });
    expect((await request("POST", `/airports${slash}`, NEW_AIRPORT)).status).toBe(409);
    const { airport_code: _code, ...rest } = NEW_AIRPORT;
    const changed = await request("PUT", path, { ...rest, latitude: 51 });
    expect(changed).toMatchObject({ status: 200, body: { ...NEW_AIRPORT, latitude: 51 } });
    expect(await request("DELETE", path)).toEqual({ status: 204, body: null });
    expect((await request("DELETE", path)).status).toBe(404);
  });

  it("lists, gets, adds, changes and deletes airlines", async () => {
    const path = `/airlines/Q1${slash}`;
    const { body } = await request("GET", `/airlines${slash}?skip=0&limit=1000`);
    expect(fieldsOf(body[0])).toEqual(expect.arrayContaining(AIRLINE));
    const lufthansa = await request("GET", `/airlines/LH${slash}`);
    expect(lufthansa.body).toMatchObject({ airline_code: "LH", airline_name: "Lufthansa" });
    const made = await request("POST", `/airlines${slash}`, NEW_AIRLINE);
    expect(made).toMatchObject({ status: 201, body: NEW_AIRLINE });
    expect((await request("POST", `/airlines${slash}`, NEW_AIRLINE)).status).toBe(409);
    const changed = await request("PUT", path, { ...NEW_AIRLINE, airline_name: "Other Air" });
    expect(changed).toMatchObject({ status: 200, body: { airline_name: "Other Air" } });
    expect((await request("DELETE", path)).status).toBe(204);
  });

  it("adds a flight, finds it by all that the origin filters by, changes and deletes it", async () => {
    const made = await request("POST", `/flights${slash}`, NEW_FLIGHT);
    const shown = {
      ...NEW_FLIGHT,
      departure_time: "2026-12-01T10:05:00.000Z",
      arrival_time: "2026-12-01T11:45:00.000Z",
    };
    expect(made).toMatchObject({ status: 201, body: shown });
    expect(fieldsOf(made.body)).toEqual(expect.arrayContaining(FLIGHT));
    expect((await request("POST", `/flights${slash}`, NEW_FLIGHT)).status).toBe(409);

    const { id } = made.body;
    const search =
      "skip=0&limit=100&departure_airport=FRA&arrival_airport=LHR&flight_date=2026-12-01&airline_code=LH";
    expect((await request("GET", `/flights${slash}?${search}`)).body).toMatchObject([{ id }]);
    const other = search.replace("airline_code=LH", "airline_code=BA");
    expect((await request("GET", `/flights${slash}?${other}`)).body).toEqual([]);
    const route = await request("GET", `/flights/route/FRA/LHR${slash}`);
    expect(route.status).toBe(200);
    expect(route.body.map((flight: { id: number }) => flight.id)).toContain(id);
    expect((await request("GET", `/flights/${id}${slash}`)).body).toMatchObject(shown);

    const changed = await request("PUT", `/flights/${id}${slash}`, {
      ...NEW_FLIGHT,
      flight_status: "cancelled",
    });
    expect(changed).toMatchObject({ status: 200, body: { id, flight_status: "cancelled" } });
    expect(await request("DELETE", `/flights/${id}${slash}`)).toEqual({ status: 204, body: null });
    expect((await request("GET", `/flights/${id}${slash}`)).status).toBe(404);
  });

  it("starts a sync of airports, and of one route and day", async () => {
    const going = { status: 202, body: { message: expect.any(String), count: null } };
    const airports = await request("POST", `/sync/airports${slash}`);
    expect(airports).toMatchObject(going);
    expect(airports.body.run_id).toMatch(/^[0-9a-f-]{36}$/);
    const search = `departure=FRA&arrival=LHR&date=${dayFromNow(0)}`;
    expect(await request("POST", `/sync/flights${slash}?${search}`)).toMatchObject(going);
  });
});
