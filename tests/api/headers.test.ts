import { beforeAll, describe, expect, it } from "vitest";
import { inngest } from "@/inngest/client";
import { claimOrigin } from "@/lib/db/origin";
import { overrideEnv } from "@/lib/env";
import { serveRoutes } from "@/tests/servers/serve-routes";
import { testDatabase } from "@/tests/servers/test-database";

testDatabase();
const server = serveRoutes();
beforeAll(async () => {
  overrideEnv({ NEXTAUTH_SECRET: "a secret of this test, long enough" });
  await claimOrigin({ kind: "sandbox", id: "test" });
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${server.address}${path}`, { redirect: "manual", ...init });
const limitsOf = ({ headers }: Response) =>
  ["limit", "remaining", "reset"].map((name) => headers.get(`ratelimit-${name}`));
const json = { "content-type": "application/json" };

/** One of each kind of route and of each way in which it can end. */
const KINDS: readonly [kind: string, path: string, status: number, init?: RequestInit][] = [
  ["root", "/api", 200],
  ["a list", "/api/airports", 200],
  ["a list, by a path with a slash at its end", "/api/airports/", 200],
  ["the head of a list", "/api/airports", 200, { method: "HEAD" }],
  ["what is held already", "/api/airports", 304, { headers: { "if-none-match": "*" } }],
  ["wrong input", "/api/airports?limit=0", 400],
  ["a row that is not there", "/api/airports/QQQ", 404],
  ["who is not signed in", "/api/sync/runs", 401],
  ["a wrong key", "/api/airports", 401, { headers: { authorization: "Bearer dst_wrong" } }],
  ["a change by nobody", "/api/sync/airports", 401, { method: "POST", body: "{}", headers: json }],
  ["a path that is not there", "/api/nothing/here", 404],
  ["any method there", "/api/nothing", 404, { method: "DELETE" }],
  ["a method that is not there", "/api/airports", 405, { method: "PATCH" }],
  ["a method for nobody", "/api/airports", 405, { method: "PROPFIND" }],
  ["the methods of a path", "/api/airports", 204, { method: "OPTIONS" }],
  ["a file that is made as it is sent", "/api/airports/export?format=csv", 200],
  ["the description", "/api/openapi.json", 200],
  ["the page about it", "/api/docs", 200],
  ["its files", "/api/docs/swagger-ui.css", 200],
  ["a file that it has not", "/api/docs/x.css", 404],
  ["sign-in", "/api/auth/csrf", 200],
  ["a session", "/api/auth/session", 200],
  ["what sign-in does not offer", "/api/auth/signin/github", 404],
  ["a method of sign-in", "/api/auth/session", 405, { method: "PUT" }],
  [
    "signing out from elsewhere",
    "/api/auth/signout",
    403,
    { method: "POST", headers: { origin: "https://evil.example" } },
  ],
  ["jobs where there is no Inngest", "/api/inngest", 404],
  ["health", "/api/health", 200],
];

function expectSecured({ headers }: Response): void {
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("referrer-policy")).toMatch(/^(no-referrer|strict-origin)/);
}

describe("every kind of answer", () => {
  it.each(KINDS)("%s: %s has security headers, limits and a request id", async (...kind) => {
    const [, path, status, init = {}] = kind;
    const headers = { ...init.headers, "x-forwarded-for": "192.0.2.1", "x-request-id": "t-1" };
    const answer = await ask(path, { ...init, headers });
    await answer.arrayBuffer();
    expect(answer.status).toBe(status);
    expectSecured(answer);
    expect(answer.headers.get("x-request-id")).toBe("t-1");
    const [limit, remaining, reset] = limitsOf(answer).map(Number);
    expect(limit).toBe(600);
    expect(remaining).toBeGreaterThan(0);
    expect(reset).toBeGreaterThan(0);
    expect(answer.headers.get("strict-transport-security")).toBeNull();
    if (status >= 400) expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  it.each(KINDS)("%s: %s keeps a browser to https that came by it", async (...kind) => {
    const [, path, , init = {}] = kind;
    const headers = { ...init.headers, "x-forwarded-proto": "https" };
    const answer = await ask(path, { ...init, headers });
    await answer.arrayBuffer();
    expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000");
  });

  it("is secured where an Inngest server runs the jobs, which nobody limits", async () => {
    overrideEnv({ INNGEST_DEV: "1" });
    inngest.setEnvVars({ INNGEST_DEV: "1" });
    const answer = await ask("/api/inngest");
    overrideEnv({ INNGEST_DEV: undefined });
    expect(answer.status).toBe(200);
    expectSecured(answer);
    expect(limitsOf(answer)).toEqual([null, null, null]);
  });

  it("is secured where it watches over us, which nobody limits", async () => {
    const answer = await ask("/api/health/live");
    expect(answer.status).toBe(200);
    expectSecured(answer);
    expect(limitsOf(answer)).toEqual([null, null, null]);
  });
});

describe("an address that has called too often", () => {
  const from = (address: string) => ({ headers: { "x-forwarded-for": address } });

  it("is refused everywhere with a problem, and told when to come back; others are not", async () => {
    const spent = "198.51.100.9";
    for (let calls = 0; calls < 600; calls += 50) {
      await Promise.all(Array.from({ length: 50 }, () => ask("/api/auth/csrf", from(spent))));
    }
    for (const path of ["/api/airports", "/api/nothing", "/api/docs", "/api/auth/csrf"]) {
      const answer = await ask(path, from(spent));
      expect(answer.status).toBe(429);
      expect(await answer.json()).toMatchObject({ code: "rate_limited", status: 429 });
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(limitsOf(answer).slice(0, 2)).toEqual(["600", "0"]);
      expectSecured(answer);
    }
    const asked = await ask("/api/airports", { method: "OPTIONS", ...from(spent) });
    expect(asked.status).toBe(204);
    expect((await ask("/api/health/live", from(spent))).status).toBe(200);
    expect((await ask("/api/airports", from("198.51.100.10"))).status).toBe(200);
  });

  it("cannot make itself another by a header of its own", async () => {
    const told = async (forwarded: string) =>
      Number((await ask("/api", from(forwarded))).headers.get("ratelimit-remaining"));
    const first = await told("6.6.6.1, 198.51.100.20");
    expect(await told("6.6.6.2, 198.51.100.20")).toBe(first - 1);
  });
});
