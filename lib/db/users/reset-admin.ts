import { AppError } from "@/lib/errors";
import { COMMAND_LINE } from "@/lib/model/actor";
import { prisma } from "../prisma";
import { ensureAdmin } from "./ensure-admin";
import { normalizeEmail } from "./normalize-email";
import { randomPassword } from "./random-password";
import { setPassword } from "./set-password";
import { toUser } from "./to-user";
import { updateUser } from "./update-user";

/**
 * Gives an administrator (the first one made who may sign in, unless `email` names another) a new random password, which is
 * returned and nowhere kept, and ends their sessions. One who is disabled may sign in again. Makes an administrator where
 * there is none. Throws `not_found`.
 */
export async function resetAdmin(email?: string): Promise<{ email: string; password: string }> {
  const row = await prisma().user.findFirst({
    where: { role: "admin", ...(email ? { email: normalizeEmail(email) } : {}) },
    // MySQL sorts null first: those who may sign in.
    orderBy: [{ disabledAt: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  const password = randomPassword();
  if (row) {
    const admin = toUser(row);
    await setPassword(admin.id, password, { actor: COMMAND_LINE, action: "resetAdmin" });
    await updateUser(admin.id, { ...admin, disabled: false }, COMMAND_LINE);
    return { email: admin.email, password };
  }
  const made = await ensureAdmin({ email, password });
  if (!made)
    throw new AppError("not_found", `There is no administrator ${email}. Nothing was changed.`);
  return { email: made.email, password };
}
