import { describe, expect, it } from "vitest";
import { z } from "zod";
import { callApi, callPage } from "@/lib/contract/call-api";
import { defineEndpoint } from "@/lib/contract/endpoint";
import { getHealth } from "@/lib/contract/system";

const list = defineEndpoint({
  id: "list",
  method: "GET",
  path: "/api/places/{code}/rows",
  summary: "List rows",
  tag: "Test",
  access: "reader",
  params: z.strictObject({ code: z.string() }),
  query: z.strictObject({ q: z.string().optional(), limit: z.number().default(100) }),
  response: z.array(z.object({ id: z.number() })),
  paged: true,
});
const save = defineEndpoint({
  id: "save",
  method: "POST",
  path: "/api/rows",
  summary: "Save",
  tag: "Test",
  access: "operator",
  body: z.strictObject({ name: z.string() }),
  response: z.object({ ok: z.boolean() }),
});

function server(answer: () => Response | Promise<Response>) {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    asked.push({ url: String(url), init });
    return answer();
  };
  return { asked, fetch };
}

const problem = {
  type: "urn:x",
  title: "Not found",
  status: 404,
  detail: "There is none.",
  instance: "/api/rows",
  code: "not_found",
  request_id: "r1",
};

describe("callApi", () => {
  it("fills the path, leaves out what is not given, and reads the reply", async () => {
    const { asked, fetch } = server(() => Response.json([{ id: 1 }]));
    const query = { q: "a b&c", limit: undefined };
    const rows = await callApi(
      list,
      { params: { code: "A/B" }, query },
      { fetch, baseUrl: "http://h" },
    );
    expect(rows).toEqual([{ id: 1 }]);
    expect(asked[0]?.url).toBe("http://h/api/places/A%2FB/rows?q=a+b%26c");
  });

  it("sends a body as JSON", async () => {
    const { asked, fetch } = server(() => Response.json({ ok: true }));
    await callApi(save, { body: { name: "x" } }, { fetch });
    expect(asked[0]?.init).toMatchObject({ method: "POST", body: '{"name":"x"}' });
  });

  it("throws the server's problem", async () => {
    const { fetch } = server(() => Response.json(problem, { status: 404 }));
    await expect(callApi(save, { body: { name: "x" } }, { fetch })).rejects.toMatchObject({
      name: "ApiError",
      message: "There is none.",
      problem,
    });
  });

  it.each([
    ["a page of a proxy", () => new Response("<h1>Bad gateway</h1>", { status: 502 })],
    ["a reply that is not as promised", () => Response.json({ ok: "yes" })],
    ["no server", () => Promise.reject(new TypeError("fetch failed"))],
  ])("says that no answer came: %s", async (_, answer) => {
    const { fetch } = server(answer);
    await expect(callApi(save, { body: { name: "x" } }, { fetch })).rejects.toMatchObject({
      problem: { code: "upstream_unavailable" },
    });
  });

  it("takes an unhealthy report for the reply that it is", async () => {
    const report = {
      status: "error",
      reason: "mysql: away",
      version: "1",
      origin: null,
      checked_at: "2026-11-23T10:00:00.000Z",
      dependencies: [],
      streams: [],
    };
    const { fetch } = server(() => Response.json(report, { status: 503 }));
    expect(await callApi(getHealth, {}, { fetch })).toEqual(report);
  });
});

it("callPage reads total and next cursor from the headers", async () => {
  const link = '</api/x>; rel="first", </api/x?limit=1&cursor=a%2Bb>; rel="next"';
  const headers = { "x-total-count": "250", link };
  const { fetch } = server(() => Response.json([{ id: 1 }], { headers }));
  const page = await callPage(list, { params: { code: "A" }, query: {} }, { fetch });
  expect(page).toEqual({ items: [{ id: 1 }], total: 250, next: "a+b" });
});
