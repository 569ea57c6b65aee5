import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, it } from "vitest";
import { endpoints } from "@/lib/contract/endpoints";
import { readLoadArguments } from "@/scripts/load/read-load-arguments";
import { dashboardReads, scriptReads } from "@/scripts/load/reads";
import { runLoad } from "@/scripts/load/run-load";
import { showLoad } from "@/scripts/load/show-load";
import { percentile, Tally } from "@/scripts/load/tally";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void; // what the flag makes

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port, not on a pipe
}

const STATS = {
  totals: {
    ...{ airports: 0, places: 0, cities: 0, countries: 0, airlines: 0, aircraft: 0, payloads: 0 },
    ...{ flights: 0, routes: 0, days: 0 },
  },
  flights_by_status: Object.fromEntries(
    [
      "scheduled",
      "departed",
      "landed",
      "cancelled",
      "diverted",
      "rerouted",
      "withdrawn",
      "unknown",
    ].map((status) => [status, 0]),
  ),
  flights_by_service_type: { air: 0, rail: 0, bus: 0, other: 0 },
  first_flight_date: null,
  last_flight_date: null,
  top_countries: [],
};

/** An empty product, whose other answers `answer` makes. */
const product =
  (answer: RequestListener): RequestListener =>
  (request, response) => {
    const path = request.url?.split("?")[0];
    if (path === "/api/stats") response.end(JSON.stringify(STATS));
    else if (path === "/api/airports" || path === "/api/flights") response.end("[]");
    else answer(request, response);
  };

const load = (url: string, { seconds = 1, signal = new AbortController().signal, key = "" } = {}) =>
  runLoad({ seconds, url, key: key || undefined, readers: 2 }, { signal, say: () => {} });

describe("the mix", () => {
  it("holds every read of the contract that takes no key", () => {
    const flight = {
      ...{ id: 1, flight_date: "2030-05-01", flight_number: "LH400" },
      ...{ departure_airport: "FRA", arrival_airport: "JFK" },
    };
    const known = { airports: ["FRA"], flights: [flight], days: null };
    const first = () => 0;
    const mixed = [...dashboardReads(known, first), ...scriptReads(known, first)];
    const asked = new Set(mixed.map(({ operation }) => operation));
    const left = endpoints
      .filter(({ method, access }) => method === "GET" && ["anybody", "reader"].includes(access))
      .filter(({ id }) => !asked.has(id));
    // The document and the client are read once, and single codes are as the airport's; its file as that of flights.
    expect(left.map(({ id }) => id).toSorted()).toEqual(
      [
        ...["exportAirports", "getAircraft", "getAirline", "getCity", "getClient"],
        ...["getCountry", "getOpenApi"],
      ].toSorted(),
    );
  });
});

describe("a run", () => {
  it("stops by itself and says what came", async () => {
    const url = await serve(product((_, response) => response.end("[]")));
    const tally = await load(url);
    expect(tally.failed).toBe(0);
    expect([...tally.operations.keys()]).toEqual(
      expect.arrayContaining(["getOverview", "listCities"]),
    );
    expect(showLoad(tally)).toMatch(/getOverview +\d+ +[\d.]+ +[\d.]+ +[\d.]+ {3}200: \d+/);
  });

  it("counts what failed, and follows pages and tags", async () => {
    const asked: string[] = [];
    let held = 0;
    const url = await serve(
      product((request, response) => {
        asked.push(request.url ?? "");
        if (request.headers["if-none-match"] === '"one"') held += 1;
        if (request.url?.startsWith("/api/cities?limit=500")) {
          response.setHeader("link", '</api/cities?cursor=abc>; rel="next"');
        }
        response.setHeader("etag", '"one"');
        response.statusCode = request.url?.startsWith("/api/overview") ? 500 : 200;
        response.end("[]");
      }),
    );
    const tally = await load(url);
    expect(tally.operations.get("getOverview")?.answers.get("500")).toBe(tally.failed);
    expect(tally.failed).toBeGreaterThan(0);
    expect(asked).toContain("/api/cities?cursor=abc");
    expect(held).toBeGreaterThan(0);
  });

  it("ends at a signal, in the middle of a pause too", async () => {
    const stop = new AbortController();
    const url = await serve(
      product((_, response) => {
        response.writeHead(429, { "retry-after": "600" }).end("{}");
        stop.abort();
      }),
    );
    const tally = await load(url, { seconds: 600, signal: stop.signal });
    expect(tally.failed).toBe(0);
  });

  it("ends in time though all readers were told to wait longer, and memory was cleaned meanwhile", async () => {
    const url = await serve(
      product((_, response) => {
        response.writeHead(429, { "retry-after": "600" }).end("{}");
        setTimeout(collectGarbage, 100);
      }),
    );
    const tally = await load(url);
    expect(tally.operations.get("getApiRoot")?.answers.get("429")).toBe(1);
  });

  it("sends the key, and says what to do where there is none", async () => {
    const problem = {
      ...{
        type: "about:blank",
        title: "",
        status: 401,
        detail: "Reading needs a key.",
        instance: "/",
      },
      ...{ code: "unauthenticated", request_id: "1" },
    };
    const url = await serve((request, response) => {
      if (request.headers.authorization === "Bearer dst_x")
        product((_, ok) => ok.end("[]"))(request, response);
      else response.writeHead(401).end(JSON.stringify(problem));
    });
    await expect(load(url)).rejects.toThrow("Reading needs a key. Give a key: --key");
    expect((await load(url, { key: "dst_x" })).failed).toBe(0);
  });

  it("says what to do where nobody answers", async () => {
    const url = await serve(() => {});
    for (const server of servers.splice(0)) server.close();
    await expect(load(url)).rejects.toThrow("npm run up");
  });
});

it("percentiles are those of a number that was measured", () => {
  expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  expect(percentile([1, 2], 0.99)).toBe(2);
  expect(percentile([], 0.5)).toBeNull();
  expect(showLoad(new Tally())).toContain("0 requests");
});

it.each([
  ["--seconds", "0"],
  ["--seconds", "1.5"],
  ["--url", "localhost"],
  ["--readers", "1000"],
  ["--rubbish"],
])("%s %s is refused", (...words) => {
  expect(() => readLoadArguments(words)).toThrow();
});
