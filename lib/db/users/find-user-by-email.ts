import { prisma } from "../prisma";
import { normalizeEmail } from "./normalize-email";
import { toUser, type User } from "./to-user";

/** The person with this address (capitals do not matter) and the hash that their password must fit, or null. */
export async function findUserByEmail(
  email: string,
): Promise<(User & { passwordHash: string }) | null> {
  const row = await prisma().user.findUnique({ where: { email: normalizeEmail(email) } });
  return row && { ...toUser(row), passwordHash: row.passwordHash };
}
