import { afterEach, describe, expect, it } from "vitest";
import { overrideEnv } from "@/lib/env";
import { callLimiter } from "@/lib/http/call-limiter";
import { methods } from "@/lib/http/methods";
import { serveUnknown } from "@/lib/http/serve-unknown";
import type { Route } from "@/lib/http/serve-with";
import { fakeServePorts } from "@/tests/fakes/fake-serve-ports";
import { askThing, postThing } from "@/tests/fakes/thing-endpoints";

const MAP = "https://map.example.org";
const from = (origin: string) => ({ headers: { origin } });
const allow = (...CORS_ORIGINS: string[]) => overrideEnv({ CORS_ORIGINS });
afterEach(() => allow());

const context = { params: Promise.resolve({}) };
const request = (method: string, headers: Record<string, string> = {}) =>
  new Request("http://x/api/things", { method, headers });
const got: Route = async () => new Response("got");
const preflight = (origin: string) =>
  request("OPTIONS", { origin, "access-control-request-method": "POST" });
const readers = ({ headers }: Response) => headers.get("access-control-allow-origin");

describe("a page of another site", () => {
  it("reads nothing unless its origin was named", async () => {
    const nowhere = await askThing("", from(MAP));
    expect(readers(nowhere)).toBeNull();
    expect(nowhere.headers.get("vary") ?? "").not.toContain("Origin");
    allow(MAP);
    expect(readers(await askThing("", from("https://evil.example")))).toBeNull();
    expect(readers(await askThing("", from(MAP)))).toBe(MAP);
  });

  it("reads the headers that are told, and never with a visitor's cookie", async () => {
    allow(MAP);
    const { headers } = await askThing("", from(MAP));
    const exposed = headers.get("access-control-expose-headers");
    for (const name of ["ETag", "Link", "X-Total-Count", "X-Data-Origin", "RateLimit-Remaining"]) {
      expect(exposed).toContain(name);
    }
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  });

  it("reads why it was refused: input, sign-in, limit, path, method", async () => {
    allow(MAP);
    const closed = fakeServePorts({ publicReads: async () => false });
    const spent = fakeServePorts({ limiter: callLimiter(0, 60) });
    const answers = [
      await askThing("?limit=0", from(MAP)),
      await askThing("", { ...from(MAP), ports: closed }),
      await askThing("", { ...from(MAP), ports: spent }),
      await serveUnknown(request("GET", { origin: MAP }), context),
      await methods({ GET: got }).POST(request("POST", { origin: MAP }), context),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 401, 429, 404, 405]);
    expect(answers.map(readers)).toEqual(answers.map(() => MAP));
  });

  it("changes nothing by a visitor's cookie, though it may read", async () => {
    allow(MAP);
    const { response, saved } = await postThing('{"name":"ab","size":1}', from(MAP));
    expect(response.status).toBe(403);
    expect(saved).toEqual([]);
  });
});

describe("caches between", () => {
  it("learn that the answer depends on the origin, also where none was sent", async () => {
    allow(MAP);
    for (const headers of [{ origin: MAP }, { origin: "https://evil.example" }, {}]) {
      const response = await askThing("", { headers });
      expect(response.headers.get("vary")).toMatch(/\bOrigin\b/);
    }
  });

  it("keep one answer for all where all may read", async () => {
    allow("*");
    for (const headers of [{ origin: MAP }, {}]) {
      const response = await askThing("", { headers });
      expect(readers(response)).toBe("*");
      expect(response.headers.get("vary") ?? "").not.toContain("Origin");
    }
  });
});

describe("what a browser asks before", () => {
  it("is answered with methods and headers to an origin that was named", async () => {
    allow(MAP);
    const response = await methods({ GET: got, POST: got }).OPTIONS(preflight(MAP), context);
    expect(response.status).toBe(204);
    expect(readers(response)).toBe(MAP);
    expect(response.headers.get("access-control-allow-methods")).toBe("GET, HEAD, POST");
    const sendable = response.headers.get("access-control-allow-headers")?.toLowerCase();
    for (const name of ["authorization", "content-type", "if-match", "if-none-match"]) {
      expect(sendable).toContain(name);
    }
    expect(response.headers.get("access-control-max-age")).toBe("7200");
  });

  it("is not, to any other", async () => {
    const routes = methods({ GET: got, POST: got });
    for (const origins of [[], [MAP]]) {
      allow(...origins);
      const response = await routes.OPTIONS(preflight("https://evil.example"), context);
      expect(response.status).toBe(204);
      expect([...response.headers.keys()].filter((name) => name.startsWith("access"))).toEqual([]);
    }
  });

  it("is answered for a path that does not exist, so that the page reads the 404", async () => {
    allow(MAP);
    const response = await serveUnknown(preflight(MAP), context);
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-methods")).toBe("POST");
    expect((await serveUnknown(preflight("https://evil.example"), context)).status).toBe(404);
    expect((await serveUnknown(request("OPTIONS"), context)).status).toBe(404);
  });

  it("is never answered where only our own pages have business", async () => {
    allow("*");
    const routes = methods({ POST: got }, { crossOrigin: false });
    const response = await routes.OPTIONS(preflight(MAP), context);
    expect([...response.headers.keys()].filter((name) => name.startsWith("access"))).toEqual([]);
  });
});
