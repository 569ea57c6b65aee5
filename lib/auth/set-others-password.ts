import { setPassword } from "@/lib/db/users/set-password";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";

/**
 * Gives another person a new password, as an administrator does for who forgot theirs. Throws what setPassword throws, and
 * `conflict` for one's own, which takes the present one.
 */
export async function setOthersPassword(
  userId: string,
  password: string,
  actor: Actor,
): Promise<void> {
  if (userId === actor.userId) {
    throw new AppError(
      "conflict",
      "This is you. Nothing was changed. Change your own password with POST /api/account/password.",
    );
  }
  await setPassword(userId, password, { actor, action: "setUserPassword" });
}
