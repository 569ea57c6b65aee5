/** What came of trying to sign in. */
export type SignInResult =
  | { kind: "signed_in" }
  | { kind: "wrong" }
  | { kind: "too_many"; minutes: number }
  | { kind: "unavailable" }
  | { kind: "unreachable" };

/** Reads the answer of the sign-in: its status, and `Retry-After` in seconds. */
export function toSignInResult(status: number, retryAfter: string | null): SignInResult {
  if (status >= 200 && status < 300) return { kind: "signed_in" };
  if (status === 401) return { kind: "wrong" };
  if (status === 429) {
    return { kind: "too_many", minutes: Math.max(1, Math.ceil(Number(retryAfter ?? 60) / 60)) };
  }
  return { kind: "unavailable" };
}

/** What to tell the person; null when there is nothing to tell. */
export function describeSignIn(result: SignInResult): { title: string; text: string } | null {
  switch (result.kind) {
    case "signed_in":
      return null;
    case "wrong":
      return {
        title: "E-mail or password is not right",
        text: "Check both. An administrator can set a new password; the first one was printed when the product was started first.",
      };
    case "too_many":
      return {
        title: "Too many tries",
        text: `Nothing is locked for ever: try again in ${result.minutes} ${result.minutes === 1 ? "minute" : "minutes"}.`,
      };
    case "unavailable":
      return {
        title: "Sign-in does not work at the moment",
        text: "The database does not answer, so nobody can be recognized. Nothing was lost. Try again in a moment.",
      };
    case "unreachable":
      return {
        title: "The server cannot be reached",
        text: "Your password was not checked. Is the product running, and this machine on the network?",
      };
  }
}
