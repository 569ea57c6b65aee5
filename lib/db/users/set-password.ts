import { hashPassword } from "@/lib/auth/password";
import { AppError } from "@/lib/errors";
import { prisma } from "../prisma";

/**
 * Gives a person another password and ends all their sessions. Throws `not_found`, and `validation_failed` when the
 * password is too short or too long.
 */
export async function setPassword(
  userId: string,
  password: string,
  now = new Date(),
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const { count } = await prisma().user.updateMany({
    where: { id: userId },
    data: { passwordHash, tokenVersion: { increment: 1 }, updatedAt: now },
  });
  if (count === 0) throw new AppError("not_found", "There is no such user. Nothing was changed.");
}
