import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aboutSource } from "@/lib/lufthansa/about-source";
import { json, type ScriptedServer, scriptedServer, text } from "../../fakes/scripted-server";

let server: ScriptedServer;
beforeEach(async () => {
  server = await scriptedServer();
});
afterEach(() => server.close());

const ask = (timeoutMs = 2000) => aboutSource({ baseUrl: server.baseUrl, fetch, timeoutMs });

describe("aboutSource", () => {
  test("asks at the root of the host, and gives the limits", async () => {
    const quota = { calls_per_second: 5, calls_per_hour: 1000 };
    server.answer(json(200, { kind: "sandbox", quota, seed: 1 }));
    expect(await ask()).toEqual({
      kind: "sandbox",
      limits: { callsPerSecond: 5, callsPerHour: 1000 },
    });
    expect(server.asked.map(({ url }) => url)).toEqual(["/_sandbox/about"]);
    expect(server.asked[0]?.headers.authorization).toBeUndefined();
  });

  test("no quota means no limits", async () => {
    server.answer(json(200, { kind: "replay", quota: null }));
    expect(await ask()).toEqual({ kind: "replay", limits: { callsPerSecond: 0, callsPerHour: 0 } });
  });

  test.each([
    ["404", json(404, {})],
    ["403", json(403, { Error: "Not Authorized" })],
    ["another JSON", json(200, { kind: "something else" })],
    ["a page", text(200, "<html>welcome</html>")],
    ["a redirect", text(302, "", { location: "/login" })],
  ])("whoever answers %s is no stand-in", async (_what, answer) => {
    server.answer(answer);
    expect(await ask()).toBeNull();
  });

  test("the real host is not asked", async () => {
    const never = () => Promise.reject(new Error("asked"));
    const baseUrl = "https://api.lufthansa.com/v1";
    expect(await aboutSource({ baseUrl, fetch: never })).toBeNull();
  });

  test("silence is no answer: nobody is taken for real by mistake", async () => {
    server.answer(() => undefined);
    await expect(ask(40)).rejects.toMatchObject({
      code: "upstream_unavailable",
      message: expect.stringMatching(
        /_sandbox\/about: no whole answer came in time.+npm run sandbox/,
      ),
    });
    await server.close();
    await expect(ask()).rejects.toThrow(/no connection was made \(ECONNREFUSED\)/);
  });
});
