import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/servers/test-database";
import { fetchRoutes } from "./fixtures/fetch-routes";
import { storeFlights } from "./fixtures/stored-flights";

testDatabase();

const folder = mkdtempSync(join(tmpdir(), "dst-client-"));
const root = fileURLToPath(new URL("../..", import.meta.url));
afterAll(() => rmSync(folder, { recursive: true }));

type Page = { items: { flight_number: string }[]; total: number; exact: boolean; next: string };
/** As much of the client as this test uses; that its own types are right is tested by compiling it. */
type Client = {
  listFlights(args?: object): PromiseLike<Page> & AsyncIterable<{ flight_number: string }>;
  getFlight(args: object): Promise<{ flight_number: string }>;
  getHealth(): Promise<object>;
  getOpenApi(): Promise<{ openapi: string }>;
  getClient(): Promise<Response>;
  startSync(args: object): Promise<object>;
};
type Fetch = (address: string, init: RequestInit) => Promise<Response>;
let makeClient: (options: object) => Client;

beforeAll(async () => {
  await storeFlights(
    [1, 2, 3, 4, 5].map((id) => ({
      id,
      number: `LH40${id}`,
      origin: "FRA",
      destination: "JFK",
      departs: `2030-05-01T1${id}:50`,
      departsUtc: `2030-05-01T0${id}:50`,
    })),
  );
  const served = await fetchRoutes("http://localhost/api/client.ts");
  expect(served.status).toBe(200);
  writeFileSync(join(folder, "dst-airlines.ts"), await served.text());
  const { DstAirlines } = await import(join(folder, "dst-airlines.ts"));
  makeClient = (options) =>
    new DstAirlines({ baseUrl: "http://localhost", fetch: fetchRoutes, ...options });
});

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `LH40${from + at}`);

describe("the client that a server hands out", () => {
  it("compiles under strict, with the example of README.md, and refuses what the contract does", () => {
    const example = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8"))?.[1];
    expect(example).toContain("./dst-airlines");
    writeFileSync(join(folder, "example.ts"), `${example}\n${MISUSE}`);
    const options = [
      "--strict",
      "--noEmit",
      "--erasableSyntaxOnly",
      "--exactOptionalPropertyTypes",
    ];
    const target = ["--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler"];
    const libraries = ["--lib", "es2022,dom,dom.iterable", "--types", "", "--skipLibCheck"];
    const declared = "declare const process: { env: Record<string, string | undefined> };";
    writeFileSync(join(folder, "node.d.ts"), declared);
    const compiler = join(root, "node_modules/.bin/tsc");
    const files = ["dst-airlines.ts", "example.ts", "node.d.ts"];
    const all = [...options, ...target, ...libraries, ...files];
    expect(run(compiler, all)).toBe("");
  });

  it("gives a page with its total, and walks all pages row by row", async () => {
    const client = makeClient({});
    const page = await client.listFlights({
      departure_airport: "FRA",
      flight_date: "2030-05-01",
      limit: 2,
    });
    expect(page).toMatchObject({ total: 5, exact: true, next: expect.any(String) });
    expect(page.items.map((flight) => flight.flight_number)).toEqual(numbered(1, 2));
    const seen: string[] = [];
    for await (const flight of client.listFlights({
      departure_airport: "FRA",
      skip: 1,
      limit: 2,
    })) {
      seen.push(flight.flight_number);
    }
    expect(seen).toEqual(numbered(2, 5));
  });

  it("reads one row, a document and a file", async () => {
    const client = makeClient({});
    expect(await client.getFlight({ id: 3 })).toMatchObject({ flight_number: "LH403" });
    expect((await client.getOpenApi()).openapi).toMatch(/^3\.1/);
    expect(await (await client.getClient()).text()).toContain("export class DstAirlines");
  });

  it("throws what the server says is wrong, field by field", async () => {
    const client = makeClient({});
    await expect(client.getFlight({ id: 999 })).rejects.toMatchObject({
      name: "ApiError",
      status: 404,
      code: "not_found",
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    await expect(client.listFlights({ limit: 5000 })).rejects.toMatchObject({
      status: 400,
      invalidParams: [{ name: "query.limit", reason: "must be at most 1000" }],
    });
  });

  it("sends the key, and says where nobody answers", async () => {
    let sent: string | null = null;
    const fetch: Fetch = async (_, init) => {
      sent = new Headers(init.headers).get("authorization");
      throw new TypeError("fetch failed");
    };
    const client = makeClient({ key: "dst_secret", fetch, baseUrl: "http://nowhere.test/" });
    await expect(client.startSync({ stream: "airports" })).rejects.toMatchObject({
      status: 0,
      code: "unreachable",
      message: "No server answers at http://nowhere.test/api/sync/airports.",
    });
    expect(sent).toBe("Bearer dst_secret");
  });

  it("waits as long as a server that was asked too often wants, and no more often than told", async () => {
    const waits: number[] = [];
    let calls = 0;
    const tired: Fetch = async (address, init) => {
      calls += 1;
      if (calls % 3 === 0) return fetchRoutes(address, init);
      return new Response("{}", { status: 429, headers: { "retry-after": "7" } });
    };
    const sleep = async (milliseconds: number) => void waits.push(milliseconds);
    const patient = makeClient({ fetch: tired, sleep });
    expect(await patient.getFlight({ id: 1 })).toMatchObject({ flight_number: "LH401" });
    expect(waits).toEqual([7000, 7000]);
    const hasty = makeClient({ fetch: tired, sleep, retries: 1 });
    await expect(hasty.getFlight({ id: 1 })).rejects.toMatchObject({ status: 429 });
  });
});

/** Each of these must be an error of the compiler. */
const MISUSE = `
// @ts-expect-error there is no such parameter
void api.listFlights({ colour: "blue" });
// @ts-expect-error a limit is a number
void api.listFlights({ limit: "many" });
// @ts-expect-error the code is missing
void api.getAirport({});
// @ts-expect-error a flight has no such field
void (await api.getFlight({ id: 1 })).colour;
export {};
`;

/** What a command prints where it fails; empty where it does not. */
function run(command: string, args: readonly string[]): string {
  try {
    execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
    return "";
  } catch (error) {
    const { stdout, message } = error as { stdout?: string; message: string }; // as execFileSync throws
    return stdout || message;
  }
}
