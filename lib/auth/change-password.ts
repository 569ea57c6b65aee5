import type { PasswordChange } from "@/lib/contract/account";
import { findUserByEmail } from "@/lib/db/users/find-user-by-email";
import { setPassword } from "@/lib/db/users/set-password";
import { AppError } from "@/lib/errors";
import { invalidInput } from "@/lib/http/invalid-input";
import type { Actor } from "@/lib/model/actor";
import { authPorts } from "./auth-ports";
import type { Caller } from "./caller";
import { verifyPassword } from "./password";
import { renewedSession } from "./renewed-session";
import type { SignInLimiter } from "./sign-in-limiter";

type Asked = { caller: Caller; actor: Actor; body: PasswordChange; call: { origin: string } };

/**
 * Changes somebody's own password and ends all their sessions. Returns the Set-Cookie line with which this one goes on. The
 * try is counted before anything is hashed, as those of signing in are. Throws `rate_limited`, `validation_failed` where the
 * present password is wrong or the new one is the same, and `conflict`.
 */
export async function changePassword(
  { caller, actor, body, call }: Asked,
  limiter: SignInLimiter = authPorts().limiter,
): Promise<string> {
  const address = actor.address ?? "";
  await limiter.take(caller.email, address);
  const user = await findUserByEmail(caller.email);
  if (!user) throw new AppError("unauthenticated", "There is no such person any more.");
  if (!(await verifyPassword(body.current_password, user.passwordHash))) {
    throw invalidInput([{ name: "body.current_password", reason: "is not your password" }]);
  }
  await limiter.giveBack(caller.email, address);
  if (body.new_password === body.current_password) {
    throw invalidInput([{ name: "body.new_password", reason: "is your password already" }]);
  }
  const tokenVersion = await setPassword(user.id, body.new_password, {
    ...{ actor, action: "changePassword", ifVersion: user.tokenVersion },
  });
  return renewedSession({ sub: user.id, tokenVersion }, call.origin);
}
