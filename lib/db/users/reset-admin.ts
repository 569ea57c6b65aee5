import { AppError } from "@/lib/errors";
import { prisma } from "../prisma";
import { ensureAdmin } from "./ensure-admin";
import { normalizeEmail } from "./normalize-email";
import { randomPassword } from "./random-password";
import { setPassword } from "./set-password";

/**
 * Gives an administrator (the first one made, unless `email` names another) a new random password, which is returned and
 * nowhere kept, and ends their sessions. Makes an administrator where there is none. Throws `not_found`.
 */
export async function resetAdmin(email?: string): Promise<{ email: string; password: string }> {
  const admin = await prisma().user.findFirst({
    where: { role: "admin", ...(email ? { email: normalizeEmail(email) } : {}) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const password = randomPassword();
  if (admin) {
    await setPassword(admin.id, password);
    return { email: admin.email, password };
  }
  const made = await ensureAdmin({ email, password });
  if (!made)
    throw new AppError("not_found", `There is no administrator ${email}. Nothing was changed.`);
  return { email: made.email, password };
}
