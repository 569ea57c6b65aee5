import type { AskedHeaders } from "@/lib/http/asking";
import { ownOrigin } from "@/lib/http/own-origin";
import type { KeyScope } from "@/lib/model/api-key";
import type { Role } from "@/lib/model/roles";
import { getKeyCaller } from "./key-caller";
import { findShownKey } from "./key-text";
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

/** What is remembered of people and keys for a moment will do for reading; a change asks anew who may make it. */
type Asked = { headers: AskedHeaders; changes: boolean };

/**
 * Who sent a request, by the key that it shows, else by its session cookie; null when nobody is signed in. Throws
 * `unauthenticated` for a key that opens nothing, and `database_unavailable`.
 */
export function findCaller({ headers, changes }: Asked): Promise<Caller | null> {
  const shown = findShownKey(headers);
  const fresh = changes;
  return shown === null ? findSignedIn(headers, fresh) : getKeyCaller(shown, { fresh });
}

/** The same for a page, which has the headers alone and takes no key: `findPageCaller(await headers())`. */
export const findPageCaller = (headers: Headers): Promise<Caller | null> =>
  findSignedIn(headers, false);

async function findSignedIn(headers: AskedHeaders, fresh: boolean): Promise<Caller | null> {
  if (!headers.get("cookie")) return null;
  const secure = ownOrigin(headers).startsWith("https:");
  const sealed = findSessionCookie(headers.get("cookie"), secure);
  const token = sealed ? await openSessionToken(sealed) : null;
  const user = token && (await findSessionUser(token, { fresh }));
  return user && { id: user.id, email: user.email, name: user.name, role: user.role, key: null };
}
