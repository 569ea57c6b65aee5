import { randomUUID } from "node:crypto";
import { z } from "zod";
import { hashPassword } from "@/lib/auth/password";
import { AppError } from "@/lib/errors";
import type { Role } from "@/lib/model/roles";
import { prisma } from "../prisma";
import { normalizeEmail } from "./normalize-email";
import { toUser, type User } from "./to-user";

const Address = z.email().max(190);

type NewUser = { email: string; name: string; role: Role; password: string };

/**
 * Adds a person. Throws `conflict` when the address is taken, and `validation_failed` when it is no address or the
 * password is too short or too long.
 */
export async function createUser(user: NewUser, now = new Date()): Promise<User> {
  const email = normalizeEmail(user.email);
  if (!Address.safeParse(email).success) {
    const reason = "is not an e-mail address of at most 190 characters";
    throw new AppError("validation_failed", `${user.email} ${reason}. Nothing was changed.`, {
      invalidParams: [{ name: "email", reason }],
    });
  }
  const { name, role } = user;
  const passwordHash = await hashPassword(user.password);
  try {
    const row = await prisma().user.create({
      data: { id: randomUUID(), email, name, role, passwordHash, createdAt: now, updatedAt: now },
    });
    return toUser(row);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new AppError("conflict", `There is a user ${email} already. Nothing was changed.`, {
      cause: error,
    });
  }
}

/** P2002 is Prisma's code for a broken unique key. */
function isDuplicate(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}
