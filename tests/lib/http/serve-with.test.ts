import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { callLimiter } from "@/lib/http/call-limiter";
import { fakeServePorts } from "@/tests/fakes/fake-serve-ports";
import { askThing, postThing, problemOf } from "@/tests/fakes/thing-endpoints";

describe("a good request", () => {
  it("is answered with JSON, and says whose data it is and what it may be called by", async () => {
    const response = await askThing("", { code: "fra" });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ code: "FRA" });
    expect(response.headers.get("x-data-origin")).toBe("sandbox");
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("keeps a sane request id and replaces a dangerous one", async () => {
    const kept = await askThing("", { headers: { "x-request-id": "job-7:a.b" } });
    expect(kept.headers.get("x-request-id")).toBe("job-7:a.b");
    const replaced = await askThing("", { headers: { "x-request-id": '"} {"level":60' } });
    expect(replaced.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("has the endpoint's own status", async () => {
    const { response, saved } = await postThing('{"name":"ab","size":1}');
    expect(response.status).toBe(201);
    expect(saved).toEqual([{ name: "ab", size: 1 }]);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

describe("access", () => {
  it.each([
    [undefined, 401, "unauthenticated"],
    ["viewer", 403, "forbidden"],
    ["operator", 201, null],
    ["admin", 201, null],
  ] as const)("as %s a change by operators gives %i", async (role, status, code) => {
    const ports = fakeServePorts(role ? { role } : {});
    const { response, saved } = await postThing('{"name":"ab","size":1}', { ports });
    expect(response.status).toBe(status);
    expect(saved).toHaveLength(status === 201 ? 1 : 0);
    if (code) expect(await problemOf(response)).toMatchObject({ code });
  });

  it("reading needs somebody where reads are not public", async () => {
    const closed = { publicReads: async () => false };
    expect((await askThing("", { ports: fakeServePorts(closed) })).status).toBe(401);
    const viewer = fakeServePorts({ ...closed, role: "viewer" });
    expect((await askThing("", { ports: viewer })).status).toBe(200);
  });

  it.each([
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "null" }, 403],
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ origin: "http://127.0.0.1:4000", "sec-fetch-site": "same-origin" }, 201],
    [{}, 201],
  ])("a change sent with %j gives %i", async (headers, status) => {
    const { response, saved } = await postThing('{"name":"ab","size":1}', { headers });
    expect(response.status).toBe(status);
    expect(saved).toHaveLength(status === 201 ? 1 : 0);
  });
});

describe("what went wrong on our side", () => {
  it("is logged, and none of its words reach the caller", async () => {
    const ports = fakeServePorts();
    const handler = () => {
      throw new Error("SELECT password FROM users at /srv/app/lib/db.ts");
    };
    const response = await askThing("", { ports, handler });
    const text = JSON.stringify(await problemOf(response));
    expect(response.status).toBe(500);
    expect(text).not.toMatch(/SELECT|srv/);
    expect(ports.reported[0]?.cause).toMatchObject({ message: expect.stringContaining("SELECT") });
  });

  it("a database that is away is 503, with a word on when to come back", async () => {
    const handler = () => {
      throw new AppError("database_unavailable", "Away.", { retryAfterSeconds: 5 });
    };
    const response = await askThing("", { handler });
    expect(await problemOf(response)).toMatchObject({ status: 503, detail: "Away." });
    expect(response.headers.get("retry-after")).toBe("5");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it.each([
    ["a field missing", {}],
    ["a field too many", { code: "FRA", password_hash: "x" }],
  ])("a reply that breaks the contract is not sent: %s", async (_, reply) => {
    const ports = fakeServePorts();
    const response = await askThing("", { ports, handler: () => reply as { code: string } });
    expect((await problemOf(response)).status).toBe(500);
    expect(String(ports.reported[0]?.cause)).toContain("getThing");
  });
});

describe("rate limit", () => {
  it("counts down, refuses with a problem, and says when to come back", async () => {
    const ports = fakeServePorts({ limiter: callLimiter(2, 60) });
    const headers = { "x-forwarded-for": "192.0.2.1" };
    const first = await askThing("", { ports, headers });
    expect(first.headers.get("ratelimit-remaining")).toBe("1");
    await askThing("", { ports, headers });
    const third = await askThing("", { ports, headers });
    expect(await problemOf(third)).toMatchObject({ status: 429, code: "rate_limited" });
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(third.headers.get("ratelimit-limit")).toBe("2");

    const other = await askThing("", { ports, headers: { "x-forwarded-for": "192.0.2.2" } });
    expect(other.status).toBe(200);
  });

  it("leaves out what watches over us", async () => {
    const ports = fakeServePorts({ limiter: callLimiter(1, 60) });
    await askThing("", { ports });
    const watching = await askThing("", { ports, options: { unlimited: true } });
    expect(watching.status).toBe(200);
    expect(watching.headers.get("ratelimit-limit")).toBeNull();
  });

  it("counts a signed-in person wherever they are", async () => {
    const ports = fakeServePorts({ role: "operator", limiter: callLimiter(1, 60) });
    const body = '{"name":"ab","size":1}';
    await postThing(body, { ports, headers: { "x-forwarded-for": "192.0.2.1" } });
    const moved = await postThing(body, { ports, headers: { "x-forwarded-for": "192.0.2.2" } });
    expect(moved.response.status).toBe(429);
    expect(moved.saved).toEqual([]);
  });
});
