import { beforeAll, describe, expect, it } from "vitest";
import * as auth from "@/app/api/auth/[...nextauth]/route";
import { overrideEnv } from "@/lib/env";
import { browser } from "@/tests/fakes/browser";
import { testDatabase } from "@/tests/servers/test-database";
import { call, refusal } from "./fixtures/call";
import { person, session } from "./fixtures/callers";

testDatabase();

const OLD = "correct horse battery";
const NEW = "another horse battery";
beforeAll(() => {
  overrideEnv({ NEXTAUTH_SECRET: "a secret of this test, long enough", API_CALLS_PER_MINUTE: 0 });
});

/** Somebody with two sessions. */
async function twice(name: string) {
  const id = await person("viewer", name);
  return { here: await session(id), there: await session(id), email: `${name}@example.org` };
}
const change = (headers: Record<string, string>, current_password: string, new_password: string) =>
  call("POST", "/api/account/password", { headers, body: { current_password, new_password } });
const account = async (headers: Record<string, string>) =>
  (await call("GET", "/api/account", { headers })).status;
/** A session's person is remembered for three seconds. */
const soon = { timeout: 15_000, interval: 200 };

describe("changing one's own password", () => {
  it("ends the other sessions and goes on with this one", async () => {
    const { here, there, email } = await twice("vera");
    expect(await account(there)).toBe(200);
    const answer = await change(here, OLD, NEW);
    expect(answer).toMatchObject({ status: 204, body: undefined });
    const [cookie = "", ...attributes] = (answer.headers.get("set-cookie") ?? "").split("; ");
    expect(attributes).toEqual(["Path=/", "Max-Age=604800", "HttpOnly", "SameSite=Lax"]);
    expect(await account({ cookie })).toBe(200);
    await expect.poll(() => account(there), soon).toBe(401);
    expect(await account({ cookie })).toBe(200);
    expect((await browser(auth).signIn(email, OLD)).status).toBe(401);
    expect((await browser(auth).signIn(email, NEW)).status).toBe(200);
  });

  it("over https gives the cookie that only a secure page may set", async () => {
    const id = await person("viewer", "secure");
    const { cookie } = await session(id);
    const headers = {
      cookie: `__Secure-${cookie}`,
      host: "flights.example.org",
      "x-forwarded-proto": "https",
    };
    const line = (await change(headers, OLD, NEW)).headers.get("set-cookie");
    expect(line).toMatch(/^__Secure-next-auth\.session-token=.*; SameSite=Lax; Secure$/);
  });

  it.each([
    ["a wrong present one", "wrong horse battery", NEW, "body.current_password"],
    ["eleven characters", OLD, "elevenchars", "body.new_password"],
    ["the same again", OLD, OLD, "body.new_password"],
  ])("with %s is refused and ends nothing", async (name, present, wanted, field) => {
    const { here, there, email } = await twice(name.replaceAll(" ", "-"));
    expect(await refusal(change(here, present, wanted))).toMatchObject({
      status: 400,
      names: [field],
    });
    expect(await account(there)).toBe(200);
    expect((await browser(auth).signIn(email, OLD)).status).toBe(200);
  });

  it("counts wrong tries with those of signing in", async () => {
    const { here, email } = await twice("guessed");
    const from = { "x-forwarded-for": "192.0.2.77" };
    for (let tries = 0; tries < 5; tries += 1) {
      await change({ ...here, ...from }, `wrong horse ${tries}`, NEW);
      await browser(auth).signIn(email, `wrong horse ${tries}`, from);
    }
    const refused = await call("POST", "/api/account/password", {
      headers: { ...here, ...from },
      body: { current_password: OLD, new_password: NEW },
    });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(60);
    expect((await change(here, OLD, NEW)).status).toBe(204);
  });

  it("is not done by a page of another site", async () => {
    const { here } = await twice("lured");
    const lured = { ...here, origin: "https://evil.example" };
    expect(await refusal(change(lured, OLD, NEW))).toMatchObject({ status: 403 });
    expect((await change(here, OLD, NEW)).status).toBe(204);
  });
});
