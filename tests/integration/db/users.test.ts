import { inspect } from "node:util";
import { beforeEach, expect, test } from "vitest";
import { verifyPassword } from "@/lib/auth/password";
import { findAudit } from "@/lib/db/audit/find-audit";
import { execute } from "@/lib/db/execute";
import { createUser } from "@/lib/db/users/create-user";
import { ensureAdmin, FIRST_ADMIN_EMAIL } from "@/lib/db/users/ensure-admin";
import { findUserByEmail } from "@/lib/db/users/find-user-by-email";
import { findUserById } from "@/lib/db/users/find-user-by-id";
import { resetAdmin } from "@/lib/db/users/reset-admin";
import { setPassword } from "@/lib/db/users/set-password";
import { updateUser } from "@/lib/db/users/update-user";
import { COMMAND_LINE } from "@/lib/model/actor";
import { testDatabase } from "../../servers/test-database";

testDatabase();

beforeEach(async () => {
  await execute("DELETE FROM users");
});

const BY = { actor: COMMAND_LINE, action: "setUserPassword" };
const ANNA = {
  email: "Anna@Example.org ",
  name: "Anna",
  role: "viewer",
  password: "correct horse battery",
} as const;

test("a person is found by id and by address in any spelling, with role and token version", async () => {
  const made = await createUser(ANNA);
  const anna = {
    id: made.id,
    email: "anna@example.org",
    name: "Anna",
    role: "viewer",
    tokenVersion: 1,
    disabledAt: null,
  };
  expect(made).toEqual({
    id: made.id,
    email: "anna@example.org",
    name: "Anna",
    role: "viewer",
    live_keys: 0,
    last_sign_in_at: null,
    disabled_at: null,
    created_at: expect.any(String),
    updated_at: made.created_at,
  });
  expect(await findUserById(made.id)).toEqual(anna);
  const found = await findUserByEmail("ANNA@example.org");
  expect(found).toMatchObject(anna);
  expect(await verifyPassword("correct horse battery", found?.passwordHash ?? "")).toBe(true);
  expect(await findUserById("nobody")).toBeNull();
  expect(await findUserByEmail("änna@example.org")).toBeNull();
});

test("an address is taken once, and what is none is refused", async () => {
  await createUser(ANNA);
  await expect(createUser({ ...ANNA, email: "anna@EXAMPLE.org" })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(createUser({ ...ANNA, email: "anna" })).rejects.toMatchObject({
    code: "validation_failed",
    invalidParams: [{ name: "email" }],
  });
  await expect(
    createUser({ ...ANNA, email: "b@example.org", password: "short" }),
  ).rejects.toMatchObject({ code: "validation_failed" });
  expect(await findUserByEmail("b@example.org")).toBeNull();
});

test("another password ends the sessions of before", async () => {
  const { id } = await createUser(ANNA);
  expect(await setPassword(id, "battery staple chain", BY)).toBe(2);
  expect(await findUserById(id)).toMatchObject({ tokenVersion: 2 });
  const found = await findUserByEmail(ANNA.email);
  expect(await verifyPassword("battery staple chain", found?.passwordHash ?? "")).toBe(true);
  await expect(setPassword("nobody", "battery staple chain", BY)).rejects.toMatchObject({
    code: "not_found",
  });
});

test("the first administrator is made once, even by two at once, and the password told once", async () => {
  const made = await Promise.all([ensureAdmin(), ensureAdmin()]);
  const [admin, ...others] = made.filter((one) => one !== null);
  expect(others).toEqual([]);
  expect(admin).toMatchObject({
    email: FIRST_ADMIN_EMAIL,
    password: expect.stringMatching(/^(\w{5}-){3}\w{5}$/),
  });
  const found = await findUserByEmail(FIRST_ADMIN_EMAIL);
  expect(found).toMatchObject({ role: "admin" });
  expect(await verifyPassword(admin?.password ?? "", found?.passwordHash ?? "")).toBe(true);
  expect(
    await ensureAdmin({ email: "second@example.org", password: "another password" }),
  ).toBeNull();
});

test("a given administrator is made with the given password, which is not told", async () => {
  expect(await ensureAdmin({ email: "boss@example.org", password: "given by settings" })).toEqual({
    email: "boss@example.org",
    password: null,
  });
  expect(await findUserByEmail("boss@example.org")).toMatchObject({ role: "admin" });
});

test("an address that belongs to somebody who is no administrator is not made one in silence", async () => {
  await createUser({ ...ANNA, email: "boss@example.org" });
  await expect(ensureAdmin({ email: "boss@example.org" })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("a reset gives the first administrator a new password, or makes one", async () => {
  const made = await resetAdmin();
  expect(made.email).toBe(FIRST_ADMIN_EMAIL);
  const again = await resetAdmin();
  expect(again.password).not.toBe(made.password);
  const found = await findUserByEmail(FIRST_ADMIN_EMAIL);
  expect(found).toMatchObject({ tokenVersion: 2 });
  expect(await verifyPassword(again.password, found?.passwordHash ?? "")).toBe(true);
  await expect(resetAdmin("nobody@example.org")).rejects.toMatchObject({ code: "not_found" });
});

test("a reset lets an administrator in again who was disabled, and rather takes one who was not", async () => {
  const boss = await createUser({ ...ANNA, email: "boss@example.org", role: "admin" });
  const second = await createUser({ ...ANNA, email: "second@example.org", role: "admin" });
  const { name, role } = boss;
  await updateUser(boss.id, { name, role, disabled: true }, COMMAND_LINE);
  expect((await resetAdmin()).email).toBe("second@example.org");
  expect((await findUserById(boss.id))?.disabledAt).toBeInstanceOf(Date);
  expect((await resetAdmin("boss@example.org")).email).toBe("boss@example.org");
  expect(await findUserById(boss.id)).toMatchObject({ disabledAt: null });
  expect(await findUserById(second.id)).toMatchObject({ tokenVersion: 2, disabledAt: null });
  const { items } = await findAudit({ skip: 0, limit: 3 });
  expect(items.map(({ action, email }) => [action, email])).toEqual([
    ["updateUser", "command line"],
    ["resetAdmin", "command line"],
    ["resetAdmin", "command line"],
  ]);
});

test("who makes the first administrator is written down", async () => {
  await ensureAdmin();
  const { items } = await findAudit({ skip: 0, limit: 1 });
  expect(items).toMatchObject([{ action: "createUser", email: "system", user_id: null }]);
});

test("an error of the database does not carry the hash of a password into the log", async () => {
  await createUser(ANNA);
  const again: unknown = await createUser(ANNA).catch((error: unknown) => error);
  expect(inspect(again, { depth: null })).toContain("Duplicate entry");
  expect(inspect(again, { depth: null })).not.toMatch(/\$2[aby]\$/);
});
