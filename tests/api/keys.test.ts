import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { ApiKey } from "@/lib/contract/keys";
import { execute } from "@/lib/db/execute";
import { createKey } from "@/lib/db/keys/create-key";
import { query } from "@/lib/db/query";
import { overrideEnv } from "@/lib/env";
import { SYSTEM } from "@/lib/model/actor";
import { testDatabase } from "@/tests/servers/test-database";
import { call, refusal } from "./fixtures/call";
import { bearer, person, signedIn } from "./fixtures/callers";

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

const NOTEBOOK = { name: " Notebook ", scopes: ["sync", "read", "read"] };
const make = async (who: typeof vera) =>
  (await call("POST", "/api/keys", { headers: who.headers, body: NOTEBOOK })).body;
const seen = (text: string) => call("GET", "/api/account", { headers: bearer(text) });
/** What was remembered for a second is asked anew after it. */
const soon = { timeout: 10_000, interval: 100 };

const stored = (id: string) =>
  query(
    z.object({ key_hash: z.string(), last_used_at: z.date().nullable() }),
    "SELECT key_hash, last_used_at FROM api_keys WHERE id = ?",
    [id],
  );
const audited = (id: string) =>
  query(
    z.object({ action: z.string(), email: z.string(), said: z.string() }),
    `SELECT action, email, CONCAT(COALESCE(before_json, ''), COALESCE(after_json, '')) AS said
     FROM audit_log WHERE resource = 'keys' AND resource_key = ? ORDER BY id`,
    [id],
  );

describe("making a key", () => {
  it("shows it once and keeps its hash alone", async () => {
    const answer = await call("POST", "/api/keys", { headers: vera.headers, body: NOTEBOOK });
    expect(answer.status).toBe(201);
    const { key: text, ...made } = answer.body;
    expect(text).toMatch(/^dst_[A-Za-z0-9_-]{43}$/);
    expect(made).toMatchObject({
      name: "Notebook",
      prefix: text.slice(0, 12),
      scopes: ["read", "sync"],
      state: "live",
      user_email: "vera@example.org",
      expires_at: null,
      last_used_at: null,
      revoked_at: null,
    });
    const location = answer.headers.get("location") ?? "";
    expect((await call("GET", location, { headers: vera.headers })).body).toEqual(made);
    const hash = createHash("sha256").update(text).digest("hex");
    expect(await stored(made.id)).toEqual([{ key_hash: hash, last_used_at: null }]);
    const entries = await audited(made.id);
    expect(entries).toMatchObject([{ action: "createKey", email: "vera@example.org" }]);
    expect(entries[0]?.said).not.toContain(text.slice(12));
    expect(entries[0]?.said).not.toContain(hash);
  });

  it("says of a caller who they are and what the key may", async () => {
    const { id, key: text } = await make(vera);
    expect((await seen(text)).body).toEqual({
      id: vera.id,
      email: "vera@example.org",
      name: "vera",
      role: "viewer",
      key: { id, scopes: ["read", "sync"] },
    });
    const signedIn = await call("GET", "/api/account", { headers: vera.headers });
    expect(signedIn.body).toMatchObject({ email: "vera@example.org", key: null });
  });

  it.each<[string, object, string]>([
    ["no name", { name: " ", scopes: ["read"] }, "body.name"],
    ["no scope", { name: "x", scopes: [] }, "body.scopes"],
    ["an unknown scope", { name: "x", scopes: ["admin"] }, "body.scopes.0"],
    [
      "an expiry that is over",
      { name: "x", scopes: ["read"], expires_at: "2020-01-01T00:00:00Z" },
      "body.expires_at",
    ],
    ["another's name on it", { name: "x", scopes: ["read"], user_id: "x" }, "body.user_id"],
  ])("with %s is refused", async (_, body, name) => {
    expect(await refusal(call("POST", "/api/keys", { headers: vera.headers, body }))).toEqual({
      status: 400,
      code: "validation_failed",
      names: [name],
    });
  });

  it("says in words what is wrong", async () => {
    const body = { name: "", scopes: [], expires_at: "tomorrow" };
    const { body: problem } = await call("POST", "/api/keys", { headers: vera.headers, body });
    expect(problem.invalid_params.map(({ reason }: { reason: string }) => reason)).toEqual([
      "must be at least 1 character long",
      "must have at least 1 entry",
      "must be a UTC instant, for example 2026-11-23T10:00:00Z",
    ]);
  });

  it("stops at fifty live ones, also with two at once", async () => {
    const id = await person("viewer", "hoarder");
    const one = () => createKey(id, { name: "One", scopes: ["read"] }, SYSTEM);
    for (let made = 0; made < 49; made += 1) await one();
    const last = await Promise.allSettled([one(), one(), one()]);
    const refused = last.filter((it) => it.status === "rejected");
    expect(refused).toMatchObject([
      { reason: { code: "conflict" } },
      { reason: { code: "conflict" } },
    ]);
    await execute("UPDATE api_keys SET expires_at = ? WHERE user_id = ? LIMIT 1", [
      new Date(0),
      id,
    ]);
    await one();
  });
});

describe("revoking", () => {
  it("ends a key within a second or so, and keeps it listed", async () => {
    const { id, key: text } = await make(vera);
    expect((await seen(text)).status).toBe(200);
    const revoked = await call("DELETE", `/api/keys/${id}`, { headers: vera.headers });
    expect(revoked.body).toMatchObject({ id, state: "revoked", revoked_at: expect.any(String) });
    await expect.poll(async () => (await seen(text)).status, soon).toBe(401);
    expect((await seen(text)).body.detail).toContain("was revoked");
    const listed = await call("GET", "/api/keys?state=revoked", { headers: vera.headers });
    expect(listed.body).toEqual([{ ...revoked.body, last_used_at: expect.any(String) }]);

    const again = await call("DELETE", `/api/keys/${id}`, { headers: vera.headers });
    expect(again.body.revoked_at).toBe(revoked.body.revoked_at);
    const actions = (await audited(id)).map(({ action }) => action);
    expect(actions).toEqual(["createKey", "revokeKey"]);
  });

  it("is for the owner and for an admin", async () => {
    const { id } = await make(vera);
    const asOther = { headers: paul.headers };
    expect((await call("GET", `/api/keys/${id}`, asOther)).status).toBe(404);
    expect((await call("DELETE", `/api/keys/${id}`, asOther)).status).toBe(404);
    expect((await call("DELETE", `/api/keys/${id}`, { headers: boss.headers })).status).toBe(200);
    expect(await audited(id)).toMatchObject([{}, { email: "boss@example.org" }]);
  });
});

describe("listing keys", () => {
  const owners = async (who: typeof vera, search = "") => {
    const { body } = await call("GET", `/api/keys${search}`, { headers: who.headers });
    return [...new Set(body.map(({ user_email }: ApiKey) => user_email))];
  };

  it("shows one's own, and to an admin anybody's", async () => {
    for (const who of [vera, paul, boss]) await make(who);
    expect(await owners(vera)).toEqual(["vera@example.org"]);
    expect(await owners(boss)).toEqual(["boss@example.org"]);
    expect(await owners(boss, `?user_id=${paul.id}`)).toEqual(["paul@example.org"]);
    expect(await owners(boss, "?user_id=all")).toEqual(
      expect.arrayContaining(["vera@example.org", "paul@example.org", "boss@example.org"]),
    );
    expect(await owners(vera, `?user_id=${vera.id}`)).toEqual(["vera@example.org"]);
    for (const whose of ["all", paul.id]) {
      const answer = call("GET", `/api/keys?user_id=${whose}`, { headers: vera.headers });
      expect(await refusal(answer)).toMatchObject({ status: 403, code: "forbidden" });
    }
  });

  it.each(["-created_at", "created_at", "name", "-name"])(
    "walks all of them by %s",
    async (sort) => {
      const whole = await call("GET", `/api/keys?user_id=all&sort=${sort}`, {
        headers: boss.headers,
      });
      const walked: unknown[] = [];
      let path = `/api/keys?user_id=all&sort=${sort}&limit=7`;
      while (path) {
        const page = await call("GET", path, { headers: boss.headers });
        walked.push(...page.body);
        path = /<([^>]+)>; rel="next"/.exec(page.headers.get("link") ?? "")?.[1] ?? "";
      }
      expect(walked).toEqual(whole.body);
      expect(walked.length).toBeGreaterThan(50);
      expect(whole.headers.get("x-total-count")).toBe(String(walked.length));
    },
  );
});
