import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listCountries } from "@/lib/contract/countries";
import { getHealth } from "@/lib/contract/system";
import { noteAnswerer } from "@/lib/http/answerers";
import { openFrontDoor } from "@/lib/http/front-door";
import type { Handler } from "@/lib/http/serve-with";
import { serveWith } from "@/lib/http/serve-with";
import { fakeServePorts } from "@/tests/fakes/fake-serve-ports";

const COUNTRY = {
  ...{ country_code: "DE", country_name: "Germany", continent: "EU", source: "lufthansa" },
} as const;

let server: Server;
let address: string;
let close: () => void;
let behind: string[];
let publicReads: boolean;

/** Notes what answers for the list of countries, as its route does when it is loaded. */
function loadRoute(handler: Handler<typeof listCountries>): void {
  const ports = () => fakeServePorts({ publicReads: async () => publicReads, checkReplies: false });
  serveWith(ports, noteAnswerer)(listCountries, handler);
  serveWith(ports, noteAnswerer)(getHealth, () => {
    throw new Error("was asked");
  });
}

beforeEach(async () => {
  behind = [];
  publicReads = true;
  server = createServer((request, response) => {
    behind.push(`${request.method} ${request.url}`);
    response.end("from behind");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  close = openFrontDoor();
  // Only fields that the caller asks for are looked at here.
  loadRoute(() => ({ items: [COUNTRY as never], total: 1, next: null }));
});
afterEach(() => {
  close();
  server.closeAllConnections();
  server.close();
});

describe("the front door", () => {
  it("answers a read that all get alike, with all that the route would say", async () => {
    const response = await fetch(`${address}/api/countries/?limit=5`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual([COUNTRY]);
    expect(behind).toEqual([]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/json",
      "x-total-count": "1",
      "x-data-origin": "sandbox",
      "cache-control": "public, max-age=0, must-revalidate",
      etag: expect.stringMatching(/^W\//),
    });
    const held = await fetch(`${address}/api/countries?limit=5`, {
      headers: { "if-none-match": response.headers.get("etag") ?? "" },
    });
    expect([held.status, await held.text()]).toEqual([304, ""]);
  });

  it("refuses as the route would", async () => {
    const wrong = await fetch(`${address}/api/countries?limit=0`);
    expect([wrong.status, wrong.headers.get("content-type")]).toEqual([
      400,
      "application/problem+json",
    ]);
    publicReads = false;
    const closed = await fetch(`${address}/api/countries`);
    expect(closed.status).toBe(401);
    expect(closed.headers.get("www-authenticate")).toContain("Bearer");
    expect(behind).toEqual([]);
  });

  it.each([
    ["POST", "/api/countries"],
    ["HEAD", "/api/countries"],
    ["GET", "/api/health"],
    ["GET", "/api/cities"],
    ["GET", "/api/countries/DE/more"],
    ["GET", "/api/countr%69es"],
    ["GET", "/"],
  ])("leaves %s %s to the router", async (method, path) => {
    await (await fetch(address + path, { method })).text();
    expect(behind).toEqual([`${method} ${path}`]);
  });

  it("compresses what is worth it, once for all, and says that it may differ", async () => {
    loadRoute(() => ({ items: Array(200).fill(COUNTRY), total: 200, next: null }));
    const raw = await fetch(`${address}/api/countries`, {
      headers: { "accept-encoding": "identity" },
    });
    expect(raw.headers.get("content-encoding")).toBeNull();
    expect(raw.headers.get("vary")).toContain("Accept-Encoding");
    const small = await plainGet("/api/countries", "gzip");
    expect(small.head).toMatch(/content-encoding: gzip/i);
    expect(gunzipSync(small.body).toString()).toBe(await raw.text());
    const refused = await plainGet("/api/countries", "gzip;q=0");
    expect(refused.head).not.toMatch(/content-encoding/i);
  });

  it("is gone when it is closed", async () => {
    await (await fetch(`${address}/api/countries`)).text();
    close();
    expect(await (await fetch(`${address}/api/countries`)).text()).toBe("from behind");
  });
});

/** What goes over the wire, which fetch would decompress. */
function plainGet(path: string, encoding: string): Promise<{ head: string; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo; // it listens on a port
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: ${encoding}\r\nConnection: close\r\n\r\n`,
      );
    });
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("end", () => {
      const all = Buffer.concat(chunks);
      const at = all.indexOf("\r\n\r\n");
      resolve({ head: all.subarray(0, at).toString(), body: all.subarray(at + 4) });
    });
  });
}
