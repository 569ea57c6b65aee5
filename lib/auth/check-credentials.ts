import { z } from "zod";
import { verifyPassword } from "./password";
import type { SessionUser } from "./session-user";
import type { SignInLimiter } from "./sign-in-limiter";

const Credentials = z.object({
  email: z.string().trim().toLowerCase().min(1).max(190),
  password: z.string().min(1).max(1000),
});

export type SignInPorts = {
  findUserByEmail(email: string): Promise<(SessionUser & { passwordHash: string }) | null>;
  limiter: SignInLimiter;
};

/** Hash of a password that nobody has: checking against it makes an unknown address take as long as a known one. */
const NOBODY = "$2b$11$w7dwNiMO/goElX1SYOwR2ecGKRRpM1ZZv7RkWY2j23xsUkQDsgFMO";

/**
 * The person whom these credentials name, or null, also for one who may not sign in any more. The try is counted before anything is hashed, since a hash costs
 * half a second of a core. Throws `rate_limited`, `database_unavailable`.
 */
export async function checkCredentials(
  given: unknown,
  address: string,
  { findUserByEmail, limiter }: SignInPorts,
): Promise<SessionUser | null> {
  const parsed = Credentials.safeParse(given);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;

  await limiter.take(email, address);
  const user = await findUserByEmail(email);
  const right = await verifyPassword(password, user?.passwordHash ?? NOBODY);
  if (!user || !right || user.disabledAt) return null;
  await limiter.giveBack(email, address);
  return user;
}
