import { findUserById } from "@/lib/db/users/find-user-by-id";
import type { Role } from "@/lib/model/roles";
import type { SessionToken } from "./session-token";

export type SessionUser = {
  id: string;
  email: string;
  name: string;
  role: Role;
  tokenVersion: number;
};

type Remembered = { user: SessionUser | null; until: number };

const REMEMBERED_MS = 3000;
const REMEMBERED_MOST = 500;
const remembered = new Map<string, Remembered>();

/**
 * The person of a session, null when there is no such person any more or their password changed since. The row is
 * remembered for three seconds, so that a page's ten requests ask once; a session that does not fit what is remembered
 * is compared with the row itself, so that a new sign-in counts at once. Throws `database_unavailable`.
 */
export async function findSessionUser(
  token: SessionToken,
  now = Date.now(),
): Promise<SessionUser | null> {
  const fits = (user: SessionUser | null) => user?.tokenVersion === token.tokenVersion;
  const known = remembered.get(token.sub);
  if (known && known.until > now && fits(known.user)) return known.user;

  const user = await findUserById(token.sub);
  if (remembered.size >= REMEMBERED_MOST) remembered.clear();
  remembered.set(token.sub, { user, until: now + REMEMBERED_MS });
  return fits(user) ? user : null;
}
