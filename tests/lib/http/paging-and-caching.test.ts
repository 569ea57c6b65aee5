import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineEndpoint } from "@/lib/contract/endpoint";
import { Paging } from "@/lib/contract/paging";
import { serveWith } from "@/lib/http/serve-with";
import { fakeServePorts } from "@/tests/fakes/fake-serve-ports";

const listNumbers = defineEndpoint({
  id: "listNumbers",
  method: "GET",
  path: "/api/numbers",
  summary: "List numbers",
  tag: "Numbers",
  access: "reader",
  query: z.strictObject({ ...Paging.shape, q: z.string().optional() }),
  response: z.array(z.number()),
  paged: true,
});

const ask = (
  search: string,
  {
    total = 250,
    next = "abc" as string | null,
    headers = {},
    version = 1,
    cache = "reply" as "reply" | "data_version",
    onRun = (): void => {},
  } = {},
) =>
  serveWith(() => fakeServePorts({ findDataVersion: async () => version }))(
    listNumbers,
    () => {
      onRun();
      return { items: [1, 2], total, next };
    },
    { cache },
  )(new Request(`http://x/api/numbers${search}`, { headers }), { params: Promise.resolve({}) });

describe("a page", () => {
  it("is a bare array, with total and links in headers", async () => {
    const response = await ask("?q=a%20b&limit=100&skip=100");
    expect(await response.json()).toEqual([1, 2]);
    expect(response.headers.get("x-total-count")).toBe("250");
    expect(response.headers.get("link")?.split(", ")).toEqual([
      '</api/numbers?q=a+b&limit=100>; rel="first"',
      '</api/numbers?q=a+b&limit=100>; rel="prev"',
      '</api/numbers?q=a+b&limit=100&cursor=abc>; rel="next"',
      '</api/numbers?q=a+b&limit=100&skip=200>; rel="last"',
    ]);
  });

  it("the last has no next, and one beyond the reach of skip has no last", async () => {
    const last = await ask("?cursor=abc", { next: null });
    expect(last.headers.get("link")).not.toContain('rel="next"');
    const long = await ask("", { total: 50_000 });
    expect(long.headers.get("link")).not.toContain('rel="last"');
  });

  it("of nothing says so", async () => {
    const response = await ask("", { total: 0, next: null });
    expect(response.headers.get("x-total-count")).toBe("0");
    expect(response.headers.get("link")).toContain('</api/numbers>; rel="last"');
  });
});

describe("what the caller holds already", () => {
  it("is not sent again", async () => {
    const etag = (await ask("")).headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"/);
    const again = await ask("", { headers: { "if-none-match": `"other", ${etag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("etag")).toBe(etag);
    expect(again.headers.get("x-data-origin")).toBe("sandbox");
    const changed = await ask("", { total: 251, next: "x", headers: { "if-none-match": etag } });
    expect(changed.status).toBe(200);
  });

  it("is known by the data version before any work is done", async () => {
    let runs = 0;
    const onRun = () => {
      runs += 1;
    };
    const options = { cache: "data_version", onRun } as const;
    const etag = (await ask("?q=a", options)).headers.get("etag") ?? "";
    const headers = { "if-none-match": etag };
    expect((await ask("?q=a", { ...options, headers })).status).toBe(304);
    expect(runs).toBe(1);
    expect((await ask("?q=b", { ...options, headers })).status).toBe(200);
    expect((await ask("?q=a", { ...options, headers, version: 2 })).status).toBe(200);
    expect(runs).toBe(3);
  });
});
