import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fakeQuota } from "../../fakes/fake-quota";
import { json, type ScriptedServer, scriptedServer, text } from "../../fakes/scripted-server";
import { clientUnderTest, told } from "./client-under-test";

let server: ScriptedServer;
beforeEach(async () => {
  server = await scriptedServer();
});
afterEach(() => server.close());

const hourEndsAt = new Date("2030-05-01T11:00:00Z");

describe("a question", () => {
  test("is asked below the base URL, with its query, and its answer is told whole before it is understood", async () => {
    const { ask, attempts, letPass } = clientUnderTest(server);
    server.answer((response, request) => {
      letPass(250);
      const headers = { "x-error-detail-header": "none", "set-cookie": "a=b" };
      json(206, { b: [1] }, headers)(response, request);
    });
    const question = {
      path: "/mds-references/cities",
      query: { lang: "EN", limit: 100, offset: 1 },
    };
    expect(await ask(question)).toEqual({ kind: "ok", json: { b: [1] } });
    expect(server.asked[0]?.url).toBe("/v1/mds-references/cities?lang=EN&limit=100&offset=1");
    expect(attempts).toEqual([
      {
        kind: "answer",
        answer: {
          path: "/mds-references/cities",
          query: { lang: "EN", limit: "100", offset: "1" },
          status: 206,
          headers: { "content-type": "application/json", "x-error-detail-header": "none" },
          body: Buffer.from('{"b":[1]}'),
          receivedAt: new Date("2030-05-01T10:00:00.250Z"),
          durationMs: 250,
        },
      },
    ]);
  });

  test("does not go on when its answer cannot be kept", async () => {
    const { client } = clientUnderTest(server);
    const full = new Error("the store is full");
    await expect(client.ask({ path: "/x" }, () => Promise.reject(full))).rejects.toBe(full);
    expect(server.asked).toHaveLength(1);
  });

  test("may follow a base URL that ends with a slash", async () => {
    const { ask } = clientUnderTest({ ...server, baseUrl: `${server.baseUrl}/` });
    await ask({ path: "/mds-references/countries/DE" });
    expect(server.asked[0]?.url).toBe("/v1/mds-references/countries/DE");
  });
});

describe("the quota", () => {
  test("is reserved before each call, and its wait is kept", async () => {
    const { ask, slept } = clientUnderTest(server, {
      quota: fakeQuota(() => ({ kind: "go", waitMs: 205 })),
    });
    await ask();
    expect(slept).toEqual([205, 205]);
  });

  test("that is spent means that nothing is asked, not even for a token", async () => {
    const quota = fakeQuota(() => ({ kind: "spent", until: hourEndsAt }));
    const { ask, attempts } = clientUnderTest(server, { quota });
    expect(await ask()).toEqual({
      kind: "wait",
      until: hourEndsAt,
      reason: expect.stringContaining("calls to Lufthansa go on at 2030-05-01T11:00:00.000Z"),
    });
    expect(server.tokensAsked).toEqual([]);
    expect(attempts).toEqual([]);
  });

  test("that the source calls spent is marked, and nobody asks again", async () => {
    const { ask, quota, attempts } = clientUnderTest(server);
    server.answer(json(403, { Error: "Account Over Rate Limit" }));
    const wait = { kind: "wait", until: hourEndsAt };
    expect(await ask()).toMatchObject(wait);
    expect(await ask()).toMatchObject(wait);
    expect(quota.marked).toBe(1);
    expect(told(attempts)).toEqual([403]);
    expect(server.asked).toHaveLength(1);
  });

  test("is marked too when the token's address says so", async () => {
    const { ask, quota } = clientUnderTest(server);
    server.answerToken(json(403, { Error: "Account Over Rate Limit" }));
    expect(await ask()).toMatchObject({ kind: "wait", until: hourEndsAt });
    expect(quota.marked).toBe(1);
    expect(server.asked).toEqual([]);
  });
});

describe("pauses between tries", () => {
  test("grow for a failing gateway", async () => {
    const { ask, slept } = clientUnderTest(server);
    server.answer(text(504, ""));
    await expect(ask()).rejects.toThrow(/Tried 4 times/);
    expect(slept).toEqual([500, 1000, 2000]);
  });

  test("are a second and a little for the limit of a second", async () => {
    const { ask, slept } = clientUnderTest(server, { random: () => 0.5 });
    const over = json(403, { Error: "Account Over Queries Per Second Limit" });
    server.answer(over, over, json(200, {}));
    expect(await ask()).toMatchObject({ kind: "ok" });
    expect(slept).toEqual([1125, 1125]);
  });

  test("are at least what the answer asks for", async () => {
    const { ask, slept } = clientUnderTest(server);
    server.answer(text(503, "", { "retry-after": "12" }), json(200, {}));
    expect(await ask()).toMatchObject({ kind: "ok" });
    expect(slept).toEqual([12_000]);
  });

  test("that would be long are not slept through", async () => {
    const { ask, slept } = clientUnderTest(server);
    server.answer(text(429, "", { "retry-after": "600" }));
    expect(await ask()).toMatchObject({
      kind: "wait",
      until: new Date("2030-05-01T10:10:00.250Z"),
    });
    server.answer(text(503, "", { "retry-after": "600" }));
    await expect(ask()).rejects.toMatchObject({
      code: "upstream_unavailable",
      retryAfterSeconds: 600,
    });
    expect(slept).toEqual([]);
  });

  test("are logged with what will be done", async () => {
    const { ask, logged } = clientUnderTest(server);
    server.answer(json(504, { Error: "Gateway Timeout" }), json(200, {}));
    await ask({ path: "/mds-references/airports", query: { offset: 101 } });
    expect(logged).toEqual([
      [
        expect.objectContaining({ failure: "gateway_error", attempt: 1, pauseMs: 500 }),
        "GET /mds-references/airports?offset=101: the gateway failed (HTTP 504: Gateway Timeout). Trying again in 500 ms (try 1 of 4).",
      ],
    ]);
  });
});

test("calls for live work are counted as such, the token that all share as usual work", async () => {
  server.answer(json(200, { fine: true }));
  const { client, quota } = clientUnderTest(server);
  const keep = async () => undefined;
  const question = { path: "/mds-references/countries" };
  await client.as("live").ask(question, keep);
  await client.as("backfill").ask(question, keep);
  await client.ask(question, keep);
  expect(quota.works).toEqual(["usual", "live", "backfill", "usual"]);
  expect(server.tokensAsked).toHaveLength(1);
});

test("a class of work without calls left waits, while others go on", async () => {
  server.answer(json(200, { fine: true }));
  const quota = fakeQuota();
  const reserve = quota.reserve;
  quota.reserve = async (work) =>
    work === "backfill" ? { kind: "spent", until: hourEndsAt } : reserve(work);
  const { client } = clientUnderTest(server, { quota });
  const keep = async () => undefined;
  const question = { path: "/mds-references/countries" };
  const waits = await client.as("backfill").ask(question, keep);
  expect(waits).toMatchObject({ kind: "wait", until: hourEndsAt });
  expect(await client.as("live").ask(question, keep)).toMatchObject({ kind: "ok" });
});
