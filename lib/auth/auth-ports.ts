import { findUserByEmail } from "@/lib/db/users/find-user-by-email";
import { noteSignIn } from "@/lib/db/users/note-sign-in";
import { findCounter } from "@/lib/http/find-counter";
import type { AuthPorts } from "./auth-options";
import { type SignInLimiter, signInLimiter } from "./sign-in-limiter";

const LIMITER = Symbol.for("dst-airlines.sign-in-limiter");
// Each route may be a module copy of its own; only globalThis is shared by all of them.
const shared = globalThis as { [LIMITER]?: SignInLimiter };

/** Signing in on the real database, with one limiter for the whole process, or for all of them (RATE_LIMIT_STORE). */
export function authPorts(): AuthPorts {
  shared[LIMITER] ??= signInLimiter(undefined, findCounter);
  return { findUserByEmail, noteSignIn, limiter: shared[LIMITER] };
}
