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
const listBooks = defineEndpoint({ ...listNumbers, id: "listBooks", cache: "reply" });

const ask = (
  search: string,
  {
    endpoint = listNumbers as typeof listNumbers | typeof listBooks,
    total = 250,
    next = "abc" as string | null,
    headers = {},
    version = 1,
    onRun = (): void => {},
  } = {},
) =>
  serveWith(() => fakeServePorts({ findDataVersion: async () => version }))(endpoint, () => {
    onRun();
    return { items: [1, 2], total, next };
  })(new Request(`http://x/api/numbers${search}`, { headers }), { params: Promise.resolve({}) });

describe("a page", () => {
  it("is a bare array, with total and links in headers", async () => {
    const response = await ask("?q=a%20b&limit=100&skip=100");
    expect(await response.json()).toEqual([1, 2]);
    expect(response.headers.get("x-total-count")).toBe("250");
    expect(response.headers.get("link")?.split(", ")).toEqual([
      '</api/numbers?limit=100&q=a+b>; rel="first"',
      '</api/numbers?limit=100&q=a+b>; rel="prev"',
      '</api/numbers?limit=100&q=a+b&cursor=abc>; rel="next"',
      '</api/numbers?limit=100&q=a+b&skip=200>; rel="last"',
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
    const endpoint = listBooks;
    const etag = (await ask("", { endpoint })).headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"/);
    const headers = { "if-none-match": `"other", ${etag}` };
    const again = await ask("", { endpoint, headers });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("etag")).toBe(etag);
    expect(again.headers.get("content-type")).toBeNull();
    expect(again.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(again.headers.get("vary")).toBe("Authorization, Cookie");
    expect(again.headers.get("x-data-origin")).toBe("sandbox");
    const changed = await ask("", { endpoint, total: 251, next: "x", headers });
    expect(changed.status).toBe(200);
  });

  it("is known by the data version before any work is done, however the question is written", async () => {
    let runs = 0;
    const onRun = () => {
      runs += 1;
    };
    const etag = (await ask("?q=a&limit=5", { onRun })).headers.get("etag") ?? "";
    const headers = { "if-none-match": etag };
    expect((await ask("?limit=5&q=a", { onRun, headers })).status).toBe(304);
    expect(runs).toBe(1);
    expect((await ask("?q=b&limit=5", { onRun, headers })).status).toBe(200);
    expect((await ask("?q=a&limit=5", { onRun, headers, version: 2 })).status).toBe(200);
    expect(runs).toBe(3);
  });

  it("is no reason to spare the checks", async () => {
    const etag = (await ask("")).headers.get("etag") ?? "";
    const headers = { "if-none-match": etag };
    expect((await ask("?limit=0", { headers })).status).toBe(400);
    const anything = { "if-none-match": "*" };
    expect((await ask("?limit=0", { headers: anything })).status).toBe(400);
    expect((await ask("", { headers: anything })).status).toBe(304);
  });
});
