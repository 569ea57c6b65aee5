import { describe, expect, test } from "vitest";
import { madeCatalog } from "./made-lists";
import { tokenRequest, visit } from "./visitor";

describe("token", () => {
  test("is 24 small letters and digits, bearer, and lives as long as the sandbox was told", async () => {
    const { send } = await visit({ catalog: madeCatalog(1), expiresInSeconds: 129_600 });
    for (const path of ["/v1/oauth/token", "/oauth/token", "/v1/partners/oauth/token"]) {
      const reply = await send(path, tokenRequest());
      expect(JSON.parse(reply.text)).toEqual({
        access_token: expect.stringMatching(/^[a-z0-9]{24}$/),
        token_type: "bearer",
        expires_in: 129_600,
      });
    }
  });

  test("is refused where the secret is not the key's", async () => {
    const { send } = await visit({ catalog: madeCatalog(1) });
    expect((await send("/v1/oauth/token", tokenRequest("sandbox", "guess"))).status).toBe(401);
    expect((await send("/v1/oauth/token", tokenRequest("mine", "first"))).status).toBe(200);
    expect((await send("/v1/oauth/token", tokenRequest("mine", "second"))).status).toBe(401);
    expect((await send("/v1/oauth/token", { method: "POST", body: "" })).status).toBe(400);
  });

  test("ends when its time is over", async () => {
    let now = 0;
    const { ask } = await visit({ catalog: madeCatalog(1), expiresInSeconds: 10, now: () => now });
    now = 9999;
    expect((await ask("/airports")).status).toBe(200);
    now = 10_000;
    const late = await ask("/airports");
    expect([late.status, late.text]).toEqual([401, '{ "Error": "Not Authorized" }\n']);
  });

  test("must be sent as Bearer with a capital letter", async () => {
    const { ask, token } = await visit({ catalog: madeCatalog(1) });
    for (const authorization of ["", `bearer ${token}`, token, "Bearer nobody"]) {
      expect((await ask("/airports", { authorization })).status).toBe(401);
    }
  });
});

describe("quota", () => {
  const NOON = Date.UTC(2030, 0, 1, 12);

  test("five calls in a clock second, token calls included", async () => {
    let now = NOON;
    const { ask, sandbox } = await visit({
      catalog: madeCatalog(1),
      quota: { callsPerSecond: 5, callsPerHour: 1000 },
      now: () => now,
    });
    const statuses = [];
    for (let call = 0; call < 6; call++) statuses.push((await ask("/airports")).status);
    expect(statuses).toEqual([200, 200, 200, 200, 403, 403]);
    expect((await ask("/airports")).text).toBe(
      '{ "Error": "Account Over Queries Per Second Limit" }\n',
    );
    now += 1000;
    expect((await ask("/airports")).status).toBe(200);
    expect(sandbox.calls()).toMatchObject({
      total: 9,
      tokens: 1,
      by_status: { "200": 6, "403": 3 },
      refused: { "403-second": 3, "403-hour": 0 },
      max_in_a_second: 8,
    });
  });

  test("a thousand calls in a clock hour for each key, however spread, and nothing more until the next", {
    timeout: 30_000,
  }, async () => {
    let now = NOON + 1_800_000;
    const { ask, send, sandbox } = await visit({
      catalog: madeCatalog(1),
      quota: { callsPerSecond: 5, callsPerHour: 1000 },
      now: () => now,
    });
    for (let call = 1; call < 1000; call++) {
      now += 1000;
      await ask("/airports");
    }
    expect(sandbox.calls().by_status).toEqual({ "200": 1000 });
    now += 1000;
    expect((await ask("/airports")).text).toBe('{ "Error": "Account Over Rate Limit" }\n');
    expect((await send("/v1/oauth/token", tokenRequest())).status).toBe(403);
    expect((await send("/v1/oauth/token", tokenRequest("another", "key"))).status).toBe(200);
    now = NOON + 3_600_000;
    expect((await ask("/airports")).status).toBe(200);
    expect(sandbox.calls()).toMatchObject({
      refused: { "403-hour": 2 },
      by_hour: { "2030-01-01T12:00:00.000Z": 1003, "2030-01-01T13:00:00.000Z": 1 },
      max_in_an_hour: 1003,
    });
  });
});

test("paths of before 2019 and without a version are answered alike", async () => {
  const { send, token } = await visit({ catalog: madeCatalog(2) });
  const headers = { accept: "application/json", authorization: `Bearer ${token}` };
  const [today, without, old] = await Promise.all(
    ["/v1/mds-references", "/mds-references", "/v1/references"].map(async (prefix) =>
      send(`${prefix}/airports/AAB`, { headers }),
    ),
  );
  expect(today?.status).toBe(200);
  expect(without).toEqual(today);
  expect(old?.text).toContain("/v1/references/airports/AAB");
});

test("what does not ask for JSON gets XML", async () => {
  const { ask } = await visit({ catalog: madeCatalog(2) });
  const reply = await ask("/airports?limit=1", { accept: "*/*" });
  expect(reply.type).toBe("application/xml");
  expect(reply.text).toContain(
    "<AirportResource><Airports><Airport><AirportCode>AAA</AirportCode>",
  );
  expect(reply.text).toContain('<Names><Name LanguageCode="EN">Sampletown 1</Name></Names>');
});

test("single records: any case, what is malformed, what is unknown", async () => {
  const { ask } = await visit({ catalog: madeCatalog(2) });
  expect(JSON.parse((await ask("/airports/aab")).text).AirportResource.Airports.Airport).toEqual(
    expect.objectContaining({ AirportCode: "AAB" }),
  );
  expect((await ask("/airports/ZZZ")).status).toBe(404);
  expect((await ask("/airports/A1")).status).toBe(400);
  expect((await ask("/trains")).status).toBe(404);
  expect((await ask("/airports/AAA/BBB")).status).toBe(404);
});

test("legacy numbers", async () => {
  const { ask } = await visit({ catalog: madeCatalog(1), legacyNumbers: true });
  const { Airport } = JSON.parse((await ask("/airports")).text).AirportResource.Airports;
  expect(Airport).toMatchObject({ UtcOffset: 1, Names: { Name: { "@LanguageCode": "en" } } });
});
