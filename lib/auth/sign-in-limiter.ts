import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/lib/errors";

export type SignInLimiter = {
  /** Counts a try before anything dear is done. Throws `rate_limited` with the seconds to wait. */
  take(email: string, address: string): Promise<void>;
  /** A try that succeeded counts against nobody. */
  giveBack(email: string, address: string): Promise<void>;
};

const WINDOW_SECONDS = 15 * 60;
/** An account is limited tightly from one address, loosely from all: else anybody could lock its owner out. */
const TRIES = { account: 10, address: 30, email: 100 };

/** Limits wrong passwords in a quarter of an hour: 10 an account and address, 30 an address, 100 an account. */
export function signInLimiter(tries = TRIES): SignInLimiter {
  const limit = (points: number) => new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  const accounts = limit(tries.account);
  const addresses = limit(tries.address);
  const emails = limit(tries.email);
  const accountKey = (email: string, address: string) => `${address} ${email}`;
  return {
    async take(email, address) {
      await addresses.consume(address).catch(refuse);
      await accounts.consume(accountKey(email, address)).catch(refuse);
      await emails.consume(email).catch(refuse);
    },
    async giveBack(email, address) {
      await addresses.reward(address);
      await emails.reward(email);
      await accounts.delete(accountKey(email, address));
    },
  };
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  const seconds = Math.ceil(reason.msBeforeNext / 1000);
  throw new AppError(
    "rate_limited",
    `Too many tries to sign in. Try again in ${Math.ceil(seconds / 60)} minutes.`,
    { retryAfterSeconds: seconds },
  );
}
