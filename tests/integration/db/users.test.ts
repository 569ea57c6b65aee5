import { beforeEach, expect, test } from "vitest";
import { verifyPassword } from "@/lib/auth/password";
import { execute } from "@/lib/db/execute";
import { createUser } from "@/lib/db/users/create-user";
import { ensureAdmin, FIRST_ADMIN_EMAIL } from "@/lib/db/users/ensure-admin";
import { findUserByEmail } from "@/lib/db/users/find-user-by-email";
import { findUserById } from "@/lib/db/users/find-user-by-id";
import { resetAdmin } from "@/lib/db/users/reset-admin";
import { setPassword } from "@/lib/db/users/set-password";
import { testDatabase } from "../../servers/test-database";

testDatabase();

beforeEach(async () => {
  await execute("DELETE FROM users");
});

const ANNA = {
  email: "Anna@Example.org ",
  name: "Anna",
  role: "viewer",
  password: "correct horse",
} as const;

test("a person is found by id and by address in any spelling, with role and token version", async () => {
  const made = await createUser(ANNA);
  const anna = {
    id: made.id,
    email: "anna@example.org",
    name: "Anna",
    role: "viewer",
    tokenVersion: 1,
  };
  expect(made).toEqual(anna);
  expect(await findUserById(made.id)).toEqual(anna);
  const found = await findUserByEmail("ANNA@example.org");
  expect(found).toMatchObject(anna);
  expect(await verifyPassword("correct horse", found?.passwordHash ?? "")).toBe(true);
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
  await setPassword(id, "battery staple");
  expect(await findUserById(id)).toMatchObject({ tokenVersion: 2 });
  const found = await findUserByEmail(ANNA.email);
  expect(await verifyPassword("battery staple", found?.passwordHash ?? "")).toBe(true);
  await expect(setPassword("nobody", "battery staple")).rejects.toMatchObject({
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
  expect(await ensureAdmin({ email: "second@example.org", password: "a password" })).toBeNull();
});

test("a given administrator is made with the given password, which is not told", async () => {
  expect(await ensureAdmin({ email: "boss@example.org", password: "given by env" })).toEqual({
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
