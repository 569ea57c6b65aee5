import { decode } from "next-auth/jwt";
import { z } from "zod";
import { sessionSecret } from "./session-secret";

/** What a session says: who, and which version of their sign-in data it was made with. The role is read fresh. */
export const SessionToken = z.object({ sub: z.uuid(), tokenVersion: z.number().int() });
export type SessionToken = z.infer<typeof SessionToken>;

/** Seconds: a week, after which one signs in again. */
export const SESSION_SECONDS = 7 * 24 * 3600;

/** Opens a sealed session. Null when it is expired, was changed, or was sealed with another secret. */
export async function openSessionToken(sealed: string): Promise<SessionToken | null> {
  const secret = sessionSecret();
  try {
    const opened = SessionToken.safeParse(await decode({ token: sealed, secret }));
    return opened.success ? opened.data : null;
  } catch {
    return null;
  }
}
