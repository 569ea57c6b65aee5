import { findUserById } from "@/lib/db/users/find-user-by-id";
import type { Role } from "@/lib/model/roles";
import type { SessionToken } from "./session-token";
import { shortMemory } from "./short-memory";

export type SessionUser = {
  id: string;
  email: string;
  name: string;
  role: Role;
  tokenVersion: number;
  /** Since when this person may not sign in. */
  disabledAt: Date | null;
};

const remembered = shortMemory<SessionUser | null>(3000, 500);

/**
 * The person of a session, null when there is no such person any more, they may not sign in, or their password changed
 * since. The row is remembered for three seconds, so that a page's ten requests ask once; a session that does not fit what
 * is remembered is compared with the row itself, so that a new sign-in counts at once, and so is one that must be `fresh`. Throws
 * `database_unavailable`.
 */
export async function findSessionUser(
  token: SessionToken,
  { now = Date.now(), fresh = false }: { now?: number; fresh?: boolean } = {},
): Promise<SessionUser | null> {
  const fits = (user: SessionUser | null | undefined) =>
    user?.tokenVersion === token.tokenVersion && user.disabledAt === null;
  const known = fresh ? undefined : remembered.recall(token.sub, now);
  if (known && fits(known)) return known;

  const user = await findUserById(token.sub);
  remembered.keep(token.sub, user, now);
  return fits(user) ? user : null;
}
