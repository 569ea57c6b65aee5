import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { getKeyCaller } from "@/lib/auth/key-caller";
import type { ApiKey } from "@/lib/contract/keys";
import { execute } from "@/lib/db/execute";
import { createKey } from "@/lib/db/keys/create-key";
import { query } from "@/lib/db/query";
import { transaction } from "@/lib/db/transaction";
import { updateUser } from "@/lib/db/users/update-user";
import { overrideEnv } from "@/lib/env";
import { SYSTEM } from "@/lib/model/actor";
import { testDatabase } from "@/tests/servers/test-database";
import { call } from "./fixtures/call";
import { ALL, bearer, key, person, signedIn } from "./fixtures/callers";

testDatabase();

let vera = { id: "", headers: {} };
let paul = { id: "", headers: {} };
let boss = { id: "", headers: {} };
beforeAll(async () => {
  overrideEnv({ NEXTAUTH_SECRET: "a secret of this test, long enough", API_CALLS_PER_MINUTE: 0 });
  vera = await signedIn("viewer", "vera");
  paul = await signedIn("operator", "paul");
  boss = await signedIn("admin", "boss");
});

const make = (who: typeof vera, name = "Notebook") =>
  createKey(who.id, { name, scopes: ["read"] }, SYSTEM);
const statusOf = async (text: string, path = "/api/account") =>
  (await call("GET", path, { headers: bearer(text) })).status;
/** What was remembered for a second is asked anew after it. */
const soon = { timeout: 10_000, interval: 100 };

describe("a key", () => {
  it("opens what is closed to nobody, before any cookie is looked at", async () => {
    overrideEnv({ API_PUBLIC_READS: false });
    const { key: text } = await make(paul);
    expect((await call("GET", "/api/airports")).status).toBe(401);
    expect(await statusOf(text, "/api/airports")).toBe(200);
    const both = await call("GET", "/api/account", {
      headers: { ...vera.headers, ...bearer(text) },
    });
    expect(both.body.email).toBe("paul@example.org");
    overrideEnv({ API_PUBLIC_READS: true });
  });

  it.each([
    ["Bearer", 401],
    ["Bearer not-a-key", 401],
    [`Bearer dst_${"x".repeat(43)}`, 401],
    ["Basic dXNlcjpwYXNz", 200],
    ["", 200],
  ])("sent as %j gives %i on a public read", async (authorization, status) => {
    const answer = await call("GET", "/api/airports", { headers: { authorization } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("www-authenticate")).toBe(status === 401 ? "Bearer" : null);
  });

  it("is read whatever the capitals of the scheme, and lets a proxy's own scheme be", async () => {
    const { key: text } = await make(vera);
    const lower = await call("GET", "/api/account", {
      headers: { authorization: `bearer  ${text}` },
    });
    expect(lower.status).toBe(200);
    const behindProxy = { ...vera.headers, authorization: "Basic dXNlcjpwYXNz" };
    expect((await call("GET", "/api/account", { headers: behindProxy })).status).toBe(200);
  });

  it("changes rows from anywhere: no page of another site could send it", async () => {
    const text = await key(paul.id, ["write"]);
    const headers = { ...bearer(text), origin: "https://elsewhere.example" };
    const answer = await call("PUT", "/api/tracked/airports/QQQ", { headers, body: {} });
    expect(answer.status).toBe(404);
  });

  it("never does more than its owner may now", async () => {
    const id = await person("operator", "rosa");
    const text = await key(id, ALL);
    const change = () =>
      call("PUT", "/api/tracked/airports/QQQ", { headers: bearer(text), body: {} });
    expect((await change()).status).toBe(404);
    await updateUser(id, { name: "Rosa", role: "viewer", disabled: false }, SYSTEM);
    await expect.poll(async () => (await change()).status, soon).toBe(403);
    expect(await statusOf(text)).toBe(200);
  });

  it("changes nothing from the moment that it is revoked or its owner may less", async () => {
    const id = await person("operator", "olga");
    const text = await key(id, ALL);
    const change = () =>
      call("PUT", "/api/tracked/airports/QQQ", { headers: bearer(text), body: {} });
    expect((await change()).status).toBe(404);
    await updateUser(id, { name: "Olga", role: "viewer", disabled: false }, SYSTEM);
    expect((await change()).status).toBe(403);
    await execute("UPDATE api_keys SET revoked_at = UTC_TIMESTAMP(3) WHERE user_id = ?", [id]);
    expect((await change()).status).toBe(401);
  });

  it("is dead while its owner is disabled", async () => {
    const id = await person("viewer", "otto");
    const text = await key(id, ["read"]);
    expect(await statusOf(text)).toBe(200);
    const otto = { name: "Otto", role: "viewer" } as const;
    await updateUser(id, { ...otto, disabled: true }, SYSTEM);
    await expect.poll(() => statusOf(text), soon).toBe(401);
    const { body } = await call("GET", `/api/keys?user_id=${id}`, { headers: boss.headers });
    expect(body.map(({ state }: ApiKey) => state)).toEqual(["owner_disabled"]);
    await updateUser(id, { ...otto, disabled: false }, SYSTEM);
    await expect.poll(() => statusOf(text), soon).toBe(200);
  });

  it("ends when it expires, whatever is remembered of it", async () => {
    const now = Date.now();
    const expires_at = new Date(now + 3_600_000).toISOString();
    const made = await createKey(vera.id, { name: "x", scopes: ["read"], expires_at }, SYSTEM);
    const justBefore = new Date(now + 3_599_999);
    expect(await getKeyCaller(made.key, { now: justBefore })).toMatchObject({ id: vera.id });
    await expect(getKeyCaller(made.key, { now: new Date(expires_at) })).rejects.toMatchObject({
      code: "unauthenticated",
      message: expect.stringContaining("expired"),
    });
  });
});

describe("when a key was last used", () => {
  const at = (seconds: number) => new Date(Date.UTC(2030, 0, 1, 0, 0, seconds));
  const lastUsed = async (id: string): Promise<Date | null | undefined> => {
    const Row = z.object({ last_used_at: z.date().nullable() });
    const [row] = await query(Row, "SELECT last_used_at FROM api_keys WHERE id = ?", [id]);
    return row?.last_used_at;
  };

  it("is noted once a minute", async () => {
    const { id, key: text } = await make(vera);
    await getKeyCaller(text, { now: at(0) });
    await expect.poll(() => lastUsed(id), soon).toEqual(at(0));
    await getKeyCaller(text, { now: at(59) });
    await getKeyCaller(text, { now: at(60) });
    await expect.poll(() => lastUsed(id), soon).toEqual(at(60));
  });

  it("is not waited for", async () => {
    const { id, key: text } = await make(vera);
    await transaction(async (connection) => {
      await execute("UPDATE api_keys SET name = 'held' WHERE id = ?", [id], connection);
      expect(await getKeyCaller(text, { now: at(0) })).toMatchObject({ id: vera.id });
      expect(await lastUsed(id)).toBeNull();
    });
    await expect.poll(() => lastUsed(id), soon).toEqual(at(0));
  });

  it("fails nothing when it cannot be noted", async () => {
    await execute(
      `CREATE TRIGGER refuse BEFORE UPDATE ON api_keys FOR EACH ROW
       IF NEW.name = 'untouchable' THEN SIGNAL SQLSTATE '45000'; END IF`,
    );
    const { id, key: text } = await make(vera, "untouchable");
    expect(await statusOf(text)).toBe(200);
    expect(await lastUsed(id)).toBeNull();
  });
});
