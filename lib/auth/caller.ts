import { ownOrigin } from "@/lib/http/own-origin";
import type { KeyScope } from "@/lib/model/api-key";
import type { Role } from "@/lib/model/roles";
import { findSessionCookie } from "./session-cookie";
import { openSessionToken } from "./session-token";
import { findSessionUser } from "./session-user";

/** The person who asks, by signing in or by a key of theirs. The role is what it is now, not what it was then. */
export type Caller = {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** Null where they are signed in. */
  key: { id: string; scopes: readonly KeyScope[] } | null;
};

/** Who sent a request, by its session cookie; null when nobody is signed in. Throws `database_unavailable`. */
export function findCaller(request: { headers: Headers }): Promise<Caller | null> {
  return findPageCaller(request.headers);
}

/** The same for a page, which has the headers alone: `findPageCaller(await headers())`. */
export async function findPageCaller(headers: Headers): Promise<Caller | null> {
  const secure = ownOrigin(headers).startsWith("https:");
  const sealed = findSessionCookie(headers.get("cookie"), secure);
  const token = sealed ? await openSessionToken(sealed) : null;
  const user = token && (await findSessionUser(token));
  return user && { id: user.id, email: user.email, name: user.name, role: user.role, key: null };
}
