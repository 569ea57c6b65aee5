import { AppError } from "@/lib/errors";
import { prisma } from "../prisma";
import { createUser } from "./create-user";
import { randomPassword } from "./random-password";

export const FIRST_ADMIN_EMAIL = "admin@dst-airlines.local";

/** How the new administrator signs in. `password` is null where it was given: who gave it need not be told. */
export type NewAdmin = { email: string; password: string | null };

/**
 * Makes the first administrator, once: null when there is one. A password that was made here is returned and nowhere
 * kept, so the caller prints it. Throws `validation_failed` when the given address or password cannot be used.
 */
export async function ensureAdmin({
  email = FIRST_ADMIN_EMAIL,
  password,
}: {
  email?: string | undefined;
  password?: string | undefined;
} = {}): Promise<NewAdmin | null> {
  if (await hasAdmin()) return null;
  const made = password ? null : randomPassword();
  try {
    await createUser({
      email,
      name: "Administrator",
      role: "admin",
      password: password ?? made ?? "",
    });
  } catch (error) {
    // Another process that started at the same moment was first.
    if (error instanceof AppError && error.code === "conflict" && (await hasAdmin())) return null;
    throw error;
  }
  return { email, password: made };
}

const hasAdmin = async (): Promise<boolean> =>
  (await prisma().user.findFirst({ where: { role: "admin" }, select: { id: true } })) !== null;
