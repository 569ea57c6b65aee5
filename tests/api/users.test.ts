import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import * as auth from "@/app/api/auth/[...nextauth]/route";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import { updateUser } from "@/lib/db/users/update-user";
import { overrideEnv } from "@/lib/env";
import { SYSTEM } from "@/lib/model/actor";
import { browser } from "@/tests/fakes/browser";
import { testDatabase } from "@/tests/servers/test-database";
import { call, refusal } from "./fixtures/call";
import { bearer, key, person, session, signedIn } from "./fixtures/callers";

testDatabase();

const PASSWORD = "correct horse battery";
let boss = { id: "", headers: {} };
beforeAll(async () => {
  overrideEnv({ NEXTAUTH_SECRET: "a secret of this test, long enough", API_CALLS_PER_MINUTE: 0 });
  boss = await signedIn("admin", "boss");
});

const asBoss = (method: string, path: string, body?: unknown) =>
  call(method, path, { headers: boss.headers, ...(body === undefined ? {} : { body }) });
const add = (name: string, more: object = {}) =>
  asBoss("POST", "/api/users", {
    ...{ email: `${name}@example.org`, name, role: "viewer", password: PASSWORD },
    ...more,
  });
const signIn = (email: string, password: string) => browser(auth).signIn(email, password);
const account = (headers: Record<string, string>) => call("GET", "/api/account", { headers });
/** A session's person is remembered for three seconds. */
const soon = { timeout: 15_000, interval: 200 };

const audited = (id: string) =>
  query(
    z.object({
      action: z.string(),
      email: z.string(),
      before_json: z.string().nullable(),
      after_json: z.string().nullable(),
    }),
    `SELECT action, email, before_json, after_json FROM audit_log
     WHERE resource = 'users' AND resource_key = ? ORDER BY id`,
    [id],
  );

describe("adding a person", () => {
  it("gives them a way in, and says who did it", async () => {
    const answer = await add("anna", { email: " Anna@Example.ORG ", role: "operator" });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      ...{ email: "anna@example.org", name: "anna", role: "operator", live_keys: 0 },
      ...{ disabled_at: null, last_sign_in_at: null },
    });
    const location = answer.headers.get("location") ?? "";
    expect((await asBoss("GET", location)).body).toEqual(answer.body);
    expect((await signIn("anna@example.org", PASSWORD)).status).toBe(200);
    expect((await asBoss("GET", location)).body.last_sign_in_at).not.toBeNull();

    const entries = await audited(answer.body.id);
    expect(entries).toMatchObject([
      { action: "createUser", email: "boss@example.org", before_json: null },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/\$2[aby]\$|correct horse/);
  });

  it.each<[string, object, number, string[]]>([
    ["a taken address", { email: "BOSS@example.org" }, 409, []],
    ["no address", { email: "boss" }, 400, ["body.email"]],
    ["eleven characters", { password: "elevenchars" }, 400, ["body.password"]],
    ["73 bytes", { password: `${"é".repeat(36)}x` }, 400, ["body.password"]],
    ["no password", { password: undefined }, 400, ["body.password"]],
    ["an unknown role", { role: "root" }, 400, ["body.role"]],
    ["a hash", { password_hash: "x" }, 400, ["body.password_hash"]],
  ])("with %s is refused", async (_, more, status, names) => {
    expect(await refusal(add("bert", more))).toMatchObject({ status, names });
  });

  it("takes a password of exactly twelve characters, and one of exactly 72 bytes", async () => {
    for (const [name, password] of [
      ["short", "twelve chars"],
      ["long", "é".repeat(36)],
    ] as const) {
      expect((await add(name, { password })).status).toBe(201);
      expect((await signIn(`${name}@example.org`, password)).status).toBe(200);
    }
  });
});

describe("changing a person", () => {
  it("their role counts in their session within seconds", async () => {
    const id = await person("viewer", "carl");
    const headers = await session(id);
    expect((await call("GET", "/api/users", { headers })).status).toBe(403);
    const change = { name: "Carl II", role: "admin", disabled: false };
    expect((await asBoss("PUT", `/api/users/${id}`, change)).body).toMatchObject({
      ...{ name: "Carl II", role: "admin", disabled_at: null },
    });
    await expect
      .poll(async () => (await call("GET", "/api/users", { headers })).status, soon)
      .toBe(200);
    const [, changed] = await audited(id);
    expect(changed).toMatchObject({ action: "updateUser", email: "boss@example.org" });
    expect(JSON.parse(changed?.before_json ?? "")).toMatchObject({ name: "carl", role: "viewer" });
    expect(JSON.parse(changed?.after_json ?? "")).toMatchObject({ name: "Carl II", role: "admin" });

    const before = await asBoss("GET", `/api/users/${id}`);
    expect((await asBoss("PUT", `/api/users/${id}`, change)).body).toEqual(before.body);
    expect(await audited(id)).toHaveLength(2);
    await asBoss("PUT", `/api/users/${id}`, { ...change, role: "viewer" });
  });

  it("who is no admin any more cannot make themselves one again, however soon they try", async () => {
    const id = await person("admin", "dina");
    const headers = await session(id);
    expect((await call("GET", "/api/users", { headers })).status).toBe(200);
    await updateUser(id, { name: "Dina", role: "viewer", disabled: false }, SYSTEM);
    const body = { name: "Dina", role: "admin", disabled: false };
    expect((await call("PUT", `/api/users/${id}`, { headers, body })).status).toBe(403);
    expect((await call("GET", "/api/users", { headers })).status).toBe(403);
  });

  it("being disabled ends their sessions for good, and their sign-in looks like a wrong password", async () => {
    const id = await person("viewer", "dora");
    const headers = await session(id);
    expect((await account(headers)).status).toBe(200);
    const dora = { name: "Dora", role: "viewer" };
    await asBoss("PUT", `/api/users/${id}`, { ...dora, disabled: true });
    await expect.poll(async () => (await account(headers)).status, soon).toBe(401);

    const refused = await signIn("dora@example.org", PASSWORD);
    const wrong = await signIn("dora@example.org", "wrong horse battery");
    expect(refused.status).toBe(wrong.status);
    expect(await refused.text()).toBe(await wrong.text());

    await asBoss("PUT", `/api/users/${id}`, { ...dora, disabled: false });
    expect((await signIn("dora@example.org", PASSWORD)).status).toBe(200);
    expect((await account(headers)).status).toBe(401);
  });

  it.each<[string, object, number]>([
    ["no disabled", { name: "x", role: "viewer" }, 400],
    ["another address", { name: "x", role: "viewer", disabled: false, email: "x@x.org" }, 400],
    ["an unknown id", { name: "x", role: "viewer", disabled: false }, 404],
  ])("with %s is refused", async (_, body, status) => {
    const path = "/api/users/018f4b1e-0000-7000-8000-000000000000";
    expect(await refusal(asBoss("PUT", path, body))).toMatchObject({ status });
  });
});

describe("the last admin who may sign in", () => {
  const admin = { name: "Boss", role: "admin", disabled: false } as const;

  it.each([
    ["disabled", { ...admin, disabled: true }],
    ["made less", { ...admin, role: "operator" }],
  ])("cannot be %s", async (_, change) => {
    await execute("UPDATE users SET disabled_at = ? WHERE role = 'admin' AND id <> ?", [
      new Date(0),
      boss.id,
    ]);
    const before = await asBoss("GET", `/api/users/${boss.id}`);
    const refused = await refusal(asBoss("PUT", `/api/users/${boss.id}`, change));
    expect(refused).toMatchObject({ status: 409, code: "conflict" });
    expect(await asBoss("GET", `/api/users/${boss.id}`)).toMatchObject({ body: before.body });
    expect((await asBoss("PUT", `/api/users/${boss.id}`, admin)).status).toBe(200);
  });

  it("stays one when two admins demote each other at once", async () => {
    const second = await person("admin", "second");
    const restore = (id: string) => updateUser(id, admin, SYSTEM);
    for (let round = 0; round < 10; round += 1) {
      const both = await Promise.allSettled([
        updateUser(boss.id, { ...admin, role: "viewer" }, SYSTEM),
        updateUser(second, { ...admin, disabled: true }, SYSTEM),
      ]);
      const refused = both.filter((it) => it.status === "rejected");
      expect(refused).toMatchObject([{ reason: { code: "conflict" } }]);
      await restore(boss.id);
      await restore(second);
    }
    await updateUser(second, { ...admin, disabled: true }, SYSTEM);
  });
});

describe("another's password", () => {
  it("is set by an admin, ends their sessions, and leaves their keys", async () => {
    const id = await person("viewer", "emil");
    const headers = await session(id);
    const text = await key(id, ["read"]);
    expect((await account(headers)).status).toBe(200);
    const answer = await asBoss("PUT", `/api/users/${id}/password`, { password: "given by boss" });
    expect(answer).toMatchObject({ status: 204, body: undefined });
    await expect.poll(async () => (await account(headers)).status, soon).toBe(401);
    expect((await signIn("emil@example.org", "given by boss")).status).toBe(200);
    expect((await account(bearer(text))).status).toBe(200);
    const entries = await audited(id);
    expect(entries.map(({ action }) => action)).toEqual(["createUser", "setUserPassword"]);
    expect(JSON.stringify(entries)).not.toMatch(/\$2[aby]\$|given by boss/);
  });

  it("is not one's own, nobody's, and not too short", async () => {
    const set = (id: string, password: string) =>
      refusal(asBoss("PUT", `/api/users/${id}/password`, { password }));
    expect(await set(boss.id, "given by boss")).toMatchObject({ status: 409 });
    expect(await set("018f4b1e-0000-7000-8000-000000000000", "given by boss")).toMatchObject({
      status: 404,
    });
    expect(await set(boss.id, "short")).toMatchObject({ status: 400, names: ["body.password"] });
  });
});

describe("listing people", () => {
  it("filters and sorts, and never shows a hash", async () => {
    await person("viewer", "zoe");
    await person("viewer", "yan");
    const emails = async (search: string) => {
      const { body } = await asBoss("GET", `/api/users?${search}`);
      return body.map(({ email }: { email: string }) => email);
    };
    expect(await emails("q=ZO")).toEqual(["zoe@example.org"]);
    expect(await emails("role=viewer&sort=-email&limit=2")).toEqual([
      "zoe@example.org",
      "yan@example.org",
    ]);
    expect(await emails("disabled=true&role=admin")).toContain("second@example.org");
    expect(await emails("disabled=false&role=admin")).toEqual(["boss@example.org"]);
    const { body } = await asBoss("GET", "/api/users?sort=-created_at&fields=email");
    expect(body[0]).toEqual({ email: "yan@example.org" });
    expect(JSON.stringify((await asBoss("GET", "/api/users")).body)).not.toContain("$2");
  });
});
