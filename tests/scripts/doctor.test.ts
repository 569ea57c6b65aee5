import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { readEnv } from "@/lib/env";
import { checkDisk, checkNode, checkPlatform } from "../../scripts/doctor/check-machine";
import { checkClock } from "../../scripts/doctor/check-mysql";
import { checkPort } from "../../scripts/doctor/check-port";
import { checkRawStore } from "../../scripts/doctor/check-raw-store";
import { checkReads } from "../../scripts/doctor/check-reads";
import { checkSource } from "../../scripts/doctor/check-source";

const GIB = 1024 ** 3;
let close = () => {};
afterEach(() => close());

test.each([
  ["v20.18.3", "error"],
  ["v18.20.0", "error"],
  ["v20.19.0", "ok"],
  ["v22.0.0", "ok"],
  ["v24.21.0", "ok"],
] as const)("Node %s is %s", (version, state) => {
  expect(checkNode(version)).toMatchObject({ state, found: expect.stringContaining(version) });
});

test("Windows is told of WSL2 and compose", () => {
  expect(checkPlatform("win32")).toMatchObject({
    state: "error",
    advice: expect.stringMatching(/WSL2.*docker compose/),
  });
  expect(checkPlatform("linux").state).toBe("ok");
  expect(checkPlatform("freebsd").state).toBe("warning");
});

test("little disk is a warning, too little an error, and a folder that is not there yet counts", () => {
  expect(checkDisk("/tmp/data", 20 * GIB).state).toBe("ok");
  expect(checkDisk("/tmp/data", 3 * GIB).state).toBe("warning");
  expect(checkDisk("/tmp/data", GIB / 2)).toMatchObject({
    state: "error",
    found: "0.5 GiB free for /tmp/data",
  });
  expect(checkDisk("/tmp/not/there/yet").found).toMatch(/^[\d.]+ GiB free/);
});

test("clocks that differ are told in the right direction", () => {
  expect(checkClock(300)).toEqual({
    what: "Clock",
    state: "ok",
    found: "the database's is 0.3 s ahead",
  });
  expect(checkClock(-5_000)).toMatchObject({
    state: "warning",
    found: "the database's is 5.0 s behind",
  });
  expect(checkClock(90_000)).toMatchObject({
    state: "error",
    advice: expect.stringContaining("NTP"),
  });
});

describe("the port", () => {
  async function serve(body: string): Promise<number> {
    const server = createServer((_, response) => response.end(body)).listen(0, "127.0.0.1");
    await once(server, "listening");
    close = () => server.close();
    // A TCP server that listens has an address with a port.
    return (server.address() as AddressInfo).port;
  }

  test("is ours when the application answers on it", async () => {
    expect(await checkPort(await serve('{"status":"ok"}'), "127.0.0.1")).toMatchObject({
      state: "ok",
      found: expect.stringMatching(/application answers/),
    });
  });

  test("is somebody else's when anything else does", async () => {
    expect(await checkPort(await serve("hello"), "127.0.0.1")).toMatchObject({
      state: "warning",
      advice: expect.stringMatching(/PORT=\d+ npm run up/),
    });
  });
});

test("without MongoDB the raw answers go to MySQL, which is said", async () => {
  expect(await checkRawStore(undefined, null)).toMatchObject({
    state: "warning",
    found: expect.stringContaining("go to MySQL"),
  });
  expect(await checkRawStore(undefined, "/usr/bin/mongod")).toMatchObject({ state: "ok" });
});

describe("who may read", () => {
  test.each([
    [{}, null, "ok", /anybody.*sandbox/],
    [{}, "sandbox", "ok", /anybody.*sandbox/],
    [{}, "import", "warning", /key or a sign-in/],
    [{ LUFTHANSA_CLIENT_ID: "id" }, null, "warning", /key or a sign-in.*licensed/],
    [{ LUFTHANSA_CLIENT_ID: "id" }, "lufthansa", "warning", /key or a sign-in.*licensed/],
    [{ LUFTHANSA_CLIENT_ID: "id", API_PUBLIC_READS: "true" }, "lufthansa", "ok", /open to anybody/],
    [{ API_PUBLIC_READS: "false" }, "sandbox", "ok", /key or a sign-in/],
  ] as const)("with %j and data of %s is %s", (settings, origin, state, found) => {
    const finding = checkReads(readEnv(settings), origin);
    expect(finding).toMatchObject({ state, found: expect.stringMatching(found) });
    if (state === "warning") expect(finding.advice).toMatch(/API_PUBLIC_READS=true.*=false/);
  });
});

describe("the source", () => {
  const settings = (more: Record<string, string> = {}) =>
    readEnv({
      LUFTHANSA_BASE_URL: "https://lh.example/v1",
      LUFTHANSA_CLIENT_ID: "id",
      LUFTHANSA_CLIENT_SECRET: "topsecret",
      ...more,
    });
  let reserved = 0;
  const quotaOf = () => ({
    reserve: async () => {
      reserved += 1;
      return { kind: "go", waitMs: 0 } as const;
    },
    markSpent: async () => new Date(),
  });
  const answering = (status: number, body: unknown) => async (url: string) =>
    url.endsWith("/_sandbox/about")
      ? new Response("no", { status: 404 })
      : Response.json(body, { status });

  test("is asked for one token, which is counted", async () => {
    reserved = 0;
    const finding = await checkSource({
      settings: settings(),
      quotaOf,
      fetch: answering(200, { access_token: "t", expires_in: 3600 }),
    });
    expect(finding).toMatchObject({ state: "ok", found: expect.stringContaining("gives a token") });
    expect(reserved).toBe(1);
  });

  test("that refuses the credentials is an error which does not show them", async () => {
    const finding = await checkSource({
      settings: settings(),
      quotaOf,
      fetch: answering(401, { error: "invalid_client topsecret" }),
    });
    expect(finding).toMatchObject({
      state: "error",
      found: expect.stringMatching(/credentials were refused/),
    });
    expect(JSON.stringify(finding)).not.toContain("topsecret");
  });

  test("with half of the credentials is an error", async () => {
    const finding = await checkSource({
      settings: settings({ LUFTHANSA_CLIENT_SECRET: "" }),
      quotaOf,
      fetch: answering(200, {}),
    });
    expect(finding).toMatchObject({
      state: "error",
      found: expect.stringContaining("LUFTHANSA_CLIENT_SECRET is not set"),
    });
  });

  test("without credentials is not asked", async () => {
    const finding = await checkSource({
      settings: readEnv({}),
      quotaOf,
      fetch: () => Promise.reject(new Error("asked")),
    });
    expect(finding).toMatchObject({ state: "ok", found: expect.stringContaining("sandbox") });
  });
});
