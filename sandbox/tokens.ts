import { seededFraction } from "./seeded";

export type Tokens = {
  /** A new token for the key, or null where the secret is not the key's. */
  issue(key: string, secret: string): string | null;
  /** The key that a token was given to, or null where it is unknown or too old. */
  keyOf(token: string): string | null;
};

const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";
const LENGTH = 24;

/**
 * Any client id is welcome: the first secret it comes with is its secret from then on. The id `sandbox` has the
 * secret `sandbox`.
 */
export function createTokens(options: {
  seed: number;
  expiresInSeconds: number;
  now: () => number;
}): Tokens {
  const secrets = new Map([["sandbox", "sandbox"]]);
  const issued = new Map<string, { key: string; expiresAt: number }>();

  const newToken = () =>
    Array.from({ length: LENGTH }, (_, place) => {
      const fraction = seededFraction(options.seed, "token", issued.size, place);
      return SIGNS.charAt(Math.floor(fraction * SIGNS.length));
    }).join("");

  return {
    issue(key, secret) {
      const own = secrets.get(key) ?? secret;
      if (own !== secret) return null;
      secrets.set(key, own);
      const token = newToken();
      issued.set(token, { key, expiresAt: options.now() + options.expiresInSeconds * 1000 });
      return token;
    },
    keyOf(token) {
      const found = issued.get(token);
      return found && options.now() < found.expiresAt ? found.key : null;
    },
  };
}
