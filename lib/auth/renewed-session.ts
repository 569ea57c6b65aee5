import { encode } from "next-auth/jwt";
import { cookieName } from "./session-cookie";
import { sessionSecret } from "./session-secret";
import { SESSION_SECONDS, type SessionToken } from "./session-token";

/** A Set-Cookie line that begins a session as signing in would; `origin` is where the browser sees us. */
export async function renewedSession(token: SessionToken, origin: string): Promise<string> {
  const sealed = await encode({ token, secret: sessionSecret(), maxAge: SESSION_SECONDS });
  const secure = origin.startsWith("https:");
  return [
    `${cookieName(secure)}=${sealed}`,
    "Path=/",
    `Max-Age=${SESSION_SECONDS}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(secure ? ["Secure"] : []),
  ].join("; ");
}
