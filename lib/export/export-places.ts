import { AppError } from "@/lib/errors";

/** Each export has a connection of its own and reads for as long as its caller takes. */
export const MOST_EXPORTS = 4;
const RETRY_SECONDS = 15;

const KEY = Symbol.for("dst-airlines.exports");
// Each route may be a module copy of its own; only globalThis is shared by all of them.
const shared = globalThis as { [KEY]?: { running: number } };
shared[KEY] ??= { running: 0 };
const places = shared[KEY];

/**
 * Takes a place among the exports that this process does at a time. Returns what gives it back; twice is no error. Throws
 * `rate_limited` where all are taken.
 */
export function takeExportPlace(): () => void {
  if (places.running >= MOST_EXPORTS) {
    throw new AppError(
      "rate_limited",
      `${MOST_EXPORTS} exports are being sent, and this server does no more at a time. Ask again when one of them is done.`,
      { retryAfterSeconds: RETRY_SECONDS },
    );
  }
  places.running += 1;
  let held = true;
  return () => {
    if (held) places.running -= 1;
    held = false;
  };
}
