import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Product, startProduct } from "./product";

const MAP = "https://map.example.org";
let product: Product;
beforeAll(async () => {
  product = await startProduct({ env: { TRUSTED_PROXIES: "loopback", CORS_ORIGINS: MAP } });
});
afterAll(async () => {
  await product.stop();
});

type Sent = { method?: string; headers?: Record<string, string> };
type Told = { status: number; headers: Record<string, unknown>; body: string };

/** Sends a path as it stands, which fetch would tidy up. */
function ask(path: string, { method = "GET", headers = {} }: Sent = {}): Promise<Told> {
  const { hostname, port } = new URL(product.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on("error", reject).end();
  });
}

describe("the API answers odd requests in its own words", () => {
  test.each([
    ["GET", "/api/nothing/at/all", 404],
    ["GET", "/api/airports%2FFRA", 404],
    ["GET", "/api/airports/%2F", 400],
    ["GET", "/api/airports/%E0%A4%A", 400],
    ["GET", "/api/airports/FRA%00", 400],
    ["GET", `/api/airports?q=${"a".repeat(9000)}`, 400],
    ["TRACE", "/api/airports", 405],
    ["PROPFIND", "/api/airports", 405],
    ["DELETE", "/api/airports/positions", 405],
    ["OPTIONS", "/api/nothing", 404],
    ["GET", "/api/auth", 404],
    ["GET", "/api/inngest", 404],
  ])("%s %s is %i", async (method, path, status) => {
    const told = await ask(path, { method });
    expect(told.status).toBe(status);
    expect(told.headers).toMatchObject({
      "content-type": "application/problem+json",
      "x-frame-options": "DENY",
      "ratelimit-limit": "600",
    });
    expect(JSON.parse(told.body)).toMatchObject({ status });
  });

  test.each([
    ["GET", "/api/airports/?limit=1", 200],
    ["GET", "http://f.example.org/api/airports?limit=1", 200],
    ["HEAD", "/api/airports", 200],
    ["OPTIONS", "/api/airports", 204],
    ["GET", "//api//airports", 308],
    ["OPTIONS", "*", 307],
  ])("%s %s is %i", async (method, path, status) => {
    const told = await ask(path, { method });
    expect(told.status).toBe(status);
    expect(told.headers["x-content-type-options"]).toBe("nosniff");
  });
});

test.each([
  "/login",
  "/",
  "/docs",
  "/icon.svg",
  "/nothing.css",
  "/_next/static/nothing.js",
  "/api/docs",
])("%s has security headers, and keeps a browser to https that came by it", async (path) => {
  const secure = { "x-forwarded-proto": "https", "x-forwarded-host": "f.example.org" };
  expect((await ask(path)).headers["strict-transport-security"]).toBeUndefined();
  const { headers } = await ask(path, { headers: secure });
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": expect.stringMatching(/^(no-referrer|strict-origin)/),
    "strict-transport-security": "max-age=31536000",
  });
});

test("a page of an origin that was named may read lists, refusals and what is not there", async () => {
  for (const path of ["/api/airports", "/api/sync/runs", "/api/nothing"]) {
    const { headers } = await ask(path, { headers: { origin: MAP } });
    expect(headers["access-control-allow-origin"]).toBe(MAP);
    expect(headers.vary).toMatch(/\bOrigin\b/);
  }
  const { headers } = await ask("/api/airports", { headers: { origin: "https://evil.example" } });
  expect(headers["access-control-allow-origin"]).toBeUndefined();
});

test("callers are told apart by what the trusted proxy says", async () => {
  const left = async (address: string) => {
    const { headers } = await ask("/api", { headers: { "x-forwarded-for": address } });
    return Number(headers["ratelimit-remaining"]);
  };
  expect(await left("203.0.113.1")).toBe(599);
  expect(await left("203.0.113.1")).toBe(598);
  expect(await left("6.6.6.6, 203.0.113.2")).toBe(599);
  expect(await left("7.7.7.7, 203.0.113.2")).toBe(598);
});
