import { beforeAll, describe, expect, it } from "vitest";
import * as auth from "@/app/api/auth/[...nextauth]/route";
import * as runs from "@/app/api/sync/runs/route";
import { authPorts } from "@/lib/auth/auth-ports";
import { findPageCaller } from "@/lib/auth/caller";
import { prisma } from "@/lib/db/prisma";
import { createUser } from "@/lib/db/users/create-user";
import { findUserByEmail } from "@/lib/db/users/find-user-by-email";
import { setPassword } from "@/lib/db/users/set-password";
import { overrideEnv } from "@/lib/env";
import { SYSTEM } from "@/lib/model/actor";
import { browser } from "@/tests/fakes/browser";
import { testDatabase } from "@/tests/servers/test-database";

testDatabase();

const PASSWORD = "correct horse battery";
beforeAll(async () => {
  overrideEnv({ NEXTAUTH_SECRET: "a secret of this test, long enough" });
  await createUser({ email: "vera@example.org", name: "Vera", role: "viewer", password: PASSWORD });
});

const listRuns = (person: ReturnType<typeof browser>) => person.call(runs.GET, "/api/sync/runs");

describe("signing in", () => {
  it("opens what a viewer may see, and says who it is", async () => {
    const vera = browser(auth);
    expect((await listRuns(vera)).status).toBe(401);
    const answer = await vera.signIn(" Vera@Example.org ", PASSWORD);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ url: "http://127.0.0.1:4321/" });
    expect((await listRuns(vera)).status).toBe(200);

    const session = await (await vera.auth("session")).json();
    expect(session.user).toEqual({ email: "vera@example.org", name: "Vera", role: "viewer" });
    const row = await prisma().user.findUnique({ where: { email: "vera@example.org" } });
    expect(row?.lastSignInAt).toBeInstanceOf(Date);
  });

  it("sets a cookie that no script reads and no other site sends", async () => {
    const vera = browser(auth);
    const cookies = (await vera.signIn("vera@example.org", PASSWORD)).headers.getSetCookie();
    const session = cookies.find((line) => line.startsWith("next-auth.session-token="));
    expect(session).toMatch(/HttpOnly/i);
    expect(session).toMatch(/SameSite=Lax/i);
    expect(session).not.toMatch(/Secure/i);
  });

  it("over https uses the cookie that only a secure page may set", async () => {
    const vera = browser(auth, "https://flights.example.org");
    const answer = await vera.signIn("vera@example.org", PASSWORD);
    expect(await answer.json()).toEqual({ url: "https://flights.example.org/" });
    expect(vera.jar.names()).toContain("__Secure-next-auth.session-token");
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/; ?Secure/i);
    expect((await listRuns(vera)).status).toBe(200);
  });

  it("does not say which of address and password was wrong", async () => {
    const wrong = await browser(auth).signIn("vera@example.org", "wrong horse battery");
    const unknown = await browser(auth).signIn("nobody@example.org", PASSWORD);
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await wrong.json()).toEqual(await unknown.json());
  });

  it("needs the token that this browser was given", async () => {
    const vera = browser(auth);
    await vera.auth("csrf");
    const form = { csrfToken: "guessed", email: "vera@example.org", password: PASSWORD };
    const answer = await vera.auth("callback/credentials", form);
    expect(answer.headers.get("location")).toBe("http://127.0.0.1:4321/api/auth/signin?csrf=true");
    expect((await listRuns(vera)).status).toBe(401);
  });

  it("is not begun or ended by a page of another site", async () => {
    const vera = browser(auth);
    await vera.signIn("vera@example.org", PASSWORD);
    const { csrfToken } = await (await vera.auth("csrf")).json();
    const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await vera.auth("signout", { csrfToken }, evil)).status).toBe(403);
    expect((await vera.signIn("vera@example.org", PASSWORD, evil)).status).toBe(403);
    expect((await listRuns(vera)).status).toBe(200);
  });

  it("never leads to another site", async () => {
    const vera = browser(auth);
    const { csrfToken } = await (await vera.auth("csrf")).json();
    const form = { csrfToken, email: "vera@example.org", password: PASSWORD };
    const away = { ...form, callbackUrl: "https://evil.example/airports" };
    const answer = await vera.auth("callback/credentials", away);
    expect(answer.headers.get("location")).toBe("http://127.0.0.1:4321/");
    const here = { ...form, callbackUrl: "/airports?country_code=DE" };
    const back = await vera.auth("callback/credentials", here);
    expect(back.headers.get("location")).toBe("http://127.0.0.1:4321/airports?country_code=DE");
  });

  it("is refused after too many tries, even with the right password, until some time has passed", async () => {
    const address = "192.0.2.66";
    for (let tries = 0; tries < 10; tries += 1) {
      await authPorts().limiter.take("vera@example.org", address);
    }
    const from = { "x-forwarded-for": address };
    const refused = await browser(auth).signIn("vera@example.org", PASSWORD, from);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(60);
    expect((await refused.json()).url).toContain("error=rate_limited");

    const elsewhere = await browser(auth).signIn("vera@example.org", PASSWORD);
    expect(elsewhere.status).toBe(200);
  });
});

describe("a session", () => {
  it("ends when one signs out", async () => {
    const vera = browser(auth);
    await vera.signIn("vera@example.org", PASSWORD);
    const { csrfToken } = await (await vera.auth("csrf")).json();
    await vera.auth("signout", { csrfToken });
    expect((await listRuns(vera)).status).toBe(401);
  });

  it("ends when the password changes, and a new one begins at once", async () => {
    await createUser({
      email: "paul@example.org",
      name: "Paul",
      role: "admin",
      password: PASSWORD,
    });
    const paul = browser(auth);
    await paul.signIn("paul@example.org", PASSWORD);
    expect((await listRuns(paul)).status).toBe(200);

    const { id } = (await findUserByEmail("paul@example.org")) ?? { id: "" };
    await setPassword(id, "another horse battery", { actor: SYSTEM, action: "setUserPassword" });
    const again = browser(auth);
    await again.signIn("paul@example.org", "another horse battery");
    expect((await listRuns(again)).status).toBe(200);
    expect((await listRuns(paul)).status).toBe(401);
    expect(await (await paul.auth("session")).json()).toEqual({});
    expect(paul.jar.names()).not.toContain("next-auth.session-token");
  });

  it("has the role that the person has now", async () => {
    await createUser({
      email: "rosa@example.org",
      name: "Rosa",
      role: "admin",
      password: PASSWORD,
    });
    const rosa = browser(auth);
    await rosa.signIn("rosa@example.org", PASSWORD);
    await prisma().user.update({ where: { email: "rosa@example.org" }, data: { role: "viewer" } });
    const caller = await findPageCaller(
      new Headers({ cookie: rosa.jar.header(), host: "127.0.0.1:4321" }),
    );
    expect(caller).toMatchObject({ email: "rosa@example.org", role: "viewer" });
  });

  it("cannot be made up", async () => {
    for (const token of ["", "x", "a.b.c.d.e", encodeURIComponent('{"sub":"1"}')]) {
      const cookie = `next-auth.session-token=${token}`;
      expect(await findPageCaller(new Headers({ cookie, host: "x" }))).toBeNull();
    }
  });
});

it("what sign-in does not offer is a problem", async () => {
  const answer = await browser(auth).auth("signin/github");
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
});
