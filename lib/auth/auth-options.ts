import type { AuthOptions, User } from "next-auth";
import { AppError } from "@/lib/errors";
import { callerAddress } from "@/lib/http/caller-address";
import { log } from "@/lib/log";
import type { Caller } from "./caller";
import { checkCredentials, type SignInPorts } from "./check-credentials";
import { sessionSecret } from "./session-secret";
import { SESSION_SECONDS, SessionToken } from "./session-token";
import { findSessionUser, type SessionUser } from "./session-user";

export type AuthPorts = SignInPorts & { noteSignIn(userId: string): Promise<void> };

/**
 * next-auth as this request needs it. `origin` is where the browser sees us; `onRefusal` learns why a sign-in could
 * not even be tried, because next-auth turns what is thrown into a word in a URL.
 */
export const authOptions = (
  request: { headers: Headers; origin: string },
  ports: AuthPorts,
  onRefusal: (error: AppError) => void,
): AuthOptions => ({
  secret: sessionSecret(),
  useSecureCookies: request.origin.startsWith("https:"),
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: "/login", signOut: "/login", error: "/login" },
  providers: [
    {
      id: "credentials",
      type: "credentials",
      name: "Password",
      credentials: {},
      authorize: (given) => authorize(given, request.headers, ports, onRefusal),
    },
  ],
  callbacks: {
    redirect: ({ url }) => ownAddress(url, request.origin),
    jwt: async ({ token, user }) => {
      if (user) return { ...tokenOf(user) };
      await requireSession(token);
      return token;
    },
    session: async ({ session, token }) => {
      const { email, name, role } = await requireSession(token);
      const user: Pick<Caller, "email" | "name" | "role"> = { email, name, role };
      return { ...session, user };
    },
  },
  events: { signIn: ({ user }) => ports.noteSignIn(user.id) },
  logger: {
    error: (code, cause) => log.warn({ code, cause: String(cause) }, "sign-in"),
    warn: (code) => log.debug({ code }, "sign-in"),
    debug: () => undefined,
  },
});

async function authorize(
  given: unknown,
  headers: Headers,
  ports: SignInPorts,
  onRefusal: (error: AppError) => void,
): Promise<User | null> {
  try {
    return await checkCredentials(given, callerAddress(headers), ports);
  } catch (error) {
    if (!(error instanceof AppError)) log.error({ err: error }, "A sign-in failed");
    const refusal =
      error instanceof AppError ? error : new AppError("internal", "The sign-in did not work.");
    onRefusal(refusal);
    throw new Error(refusal.code);
  }
}

/** next-auth hands back the very object that authorize returned; its type knows only the fields of its own. */
const tokenOf = (user: User): SessionToken => {
  const { id, tokenVersion } = user as unknown as SessionUser;
  return { sub: id, tokenVersion };
};

/** Throws when the session has ended, which makes next-auth clear the cookie. */
async function requireSession(token: unknown): Promise<SessionUser> {
  const user = await findSessionUser(SessionToken.parse(token));
  if (user) return user;
  throw new Error("This session has ended.");
}

/** After signing in one stays here, whatever address the link named. */
function ownAddress(url: string, origin: string): string {
  const target = URL.canParse(url, origin) ? new URL(url, origin) : null;
  return target?.origin === origin ? target.href : origin;
}
