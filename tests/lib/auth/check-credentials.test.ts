import { describe, expect, it } from "vitest";
import { checkCredentials } from "@/lib/auth/check-credentials";
import { hashPassword } from "@/lib/auth/password";
import { signInLimiter } from "@/lib/auth/sign-in-limiter";

const passwordHash = await hashPassword("correct horse battery");
const ANNA = {
  id: "1",
  email: "anna@x.org",
  name: "Anna",
  role: "viewer",
  tokenVersion: 3,
  disabledAt: null,
} as const;
const GONE = { ...ANNA, id: "2", email: "gone@x.org", disabledAt: new Date(0) };

function world(tries = { account: 3, address: 5, email: 8 }) {
  const asked: string[] = [];
  const limiter = signInLimiter(tries);
  const findUserByEmail = async (email: string) => {
    asked.push(email);
    const user = [ANNA, GONE].find((one) => one.email === email);
    return user ? { ...user, passwordHash } : null;
  };
  const check = (email: unknown, password: unknown, address = "192.0.2.1") =>
    checkCredentials({ email, password }, address, { findUserByEmail, limiter });
  return { asked, check, limiter };
}

describe("checking credentials", () => {
  it("finds the person, whatever the capitals of the address", async () => {
    expect(await world().check(" ANNA@x.org ", "correct horse battery")).toMatchObject(ANNA);
  });

  it.each([
    ["anna@x.org", "wrong"],
    ["bert@x.org", "correct horse battery"],
    ["", ""],
    ["anna@x.org", ""],
    ["gone@x.org", "correct horse battery"],
    [undefined, undefined],
    [{ $ne: "" }, { $ne: "" }],
    ["anna@x.org", "x".repeat(5000)],
  ])("finds nobody by %j and %j", async (email, password) => {
    expect(await world().check(email, password)).toBeNull();
  });

  it("takes as long for an unknown address as for a wrong password", async () => {
    const { check } = world();
    const time = async (email: string) => {
      const startedAt = performance.now();
      await check(email, "wrong password");
      return performance.now() - startedAt;
    };
    expect(await time("bert@x.org")).toBeGreaterThan((await time("anna@x.org")) / 4);
  });

  it("counts the right password of who may not sign in any more like a wrong one", async () => {
    const { check } = world();
    for (let tries = 0; tries < 3; tries += 1) await check(GONE.email, "correct horse battery");
    await expect(check(GONE.email, "correct horse battery")).rejects.toMatchObject({
      code: "rate_limited",
    });
  });
});

describe("too many tries", () => {
  const spend = async (limiter: ReturnType<typeof signInLimiter>, email: string, address: string) =>
    limiter.take(email, address).then(
      () => "taken",
      (error: { code: string }) => error.code,
    );

  it("are refused before anybody is looked up or anything hashed", async () => {
    const { asked, check, limiter } = world();
    for (let tries = 0; tries < 3; tries += 1) await spend(limiter, ANNA.email, "192.0.2.1");
    const refused = check(ANNA.email, "correct horse battery");
    await expect(refused).rejects.toMatchObject({ code: "rate_limited" });
    await expect(refused).rejects.toHaveProperty("retryAfterSeconds");
    expect(asked).toEqual([]);
  });

  it("from one address do not lock an owner out elsewhere", async () => {
    const { check, limiter } = world();
    for (let tries = 0; tries < 5; tries += 1) await spend(limiter, ANNA.email, "203.0.113.9");
    expect(await check(ANNA.email, "correct horse battery", "192.0.2.1")).toMatchObject(ANNA);
  });

  it("count for an address whatever the account, and for an account from everywhere", async () => {
    const one = signInLimiter({ account: 3, address: 5, email: 8 });
    const many = [1, 2, 3, 4, 5, 6].map((n) => spend(one, `user${n}@x.org`, "192.0.2.1"));
    expect((await Promise.all(many)).at(-1)).toBe("rate_limited");
    const two = signInLimiter({ account: 3, address: 5, email: 8 });
    const spread = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => spend(two, ANNA.email, `192.0.2.${n}`));
    expect((await Promise.all(spread)).at(-1)).toBe("rate_limited");
  });

  it("do not add up for who gets it right", async () => {
    const { check } = world();
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await check(ANNA.email, "correct horse battery")).toMatchObject(ANNA);
    }
  });
});
