import { AppError } from "@/lib/errors";
import type { CallCounter } from "@/lib/http/call-counter";
import { memoryCounter } from "@/lib/http/memory-counter";

export type SignInLimiter = {
  /** Counts a try before anything dear is done. Throws `rate_limited` with the seconds to wait. */
  take(email: string, address: string): Promise<void>;
  /** A try that succeeded counts against nobody. */
  giveBack(email: string, address: string): Promise<void>;
};

const WINDOW_SECONDS = 15 * 60;
/** An account is limited tightly from one address, loosely from all: else anybody could lock its owner out. */
const TRIES = { account: 10, address: 30, email: 100 };

/**
 * Limits wrong passwords in a quarter of an hour: 10 an account and address, 30 an address, 100 an account. `makeCounter`
 * gives what each of the three counts in.
 */
export function signInLimiter(
  tries = TRIES,
  makeCounter: (name: string, seconds: number) => CallCounter = (_, seconds) =>
    memoryCounter(seconds),
): SignInLimiter {
  const counter = (name: keyof typeof TRIES) => makeCounter(`sign-in ${name}`, WINDOW_SECONDS);
  const accounts = counter("account");
  const addresses = counter("address");
  const emails = counter("email");
  const accountKey = (email: string, address: string) => `${address} ${email}`;
  return {
    async take(email, address) {
      await takeOne(addresses, address, tries.address);
      await takeOne(accounts, accountKey(email, address), tries.account);
      await takeOne(emails, email, tries.email);
    },
    async giveBack(email, address) {
      await addresses.add(address, -1);
      await emails.add(email, -1);
      await accounts.forget(accountKey(email, address));
    },
  };
}

async function takeOne(counter: CallCounter, key: string, tries: number): Promise<void> {
  const { points, msLeft } = await counter.add(key);
  if (points <= tries) return;
  const seconds = Math.ceil(msLeft / 1000);
  throw new AppError(
    "rate_limited",
    `Too many tries to sign in. Try again in ${Math.ceil(seconds / 60)} minutes.`,
    { retryAfterSeconds: seconds },
  );
}
