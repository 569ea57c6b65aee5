import { AppError } from "@/lib/errors";

/** What was found, or an AppError `not_found` that names what was looked for. */
export function orNotFound<T>(found: T | null, what: string, key: string): T {
  if (found !== null) return found;
  throw new AppError("not_found", `There is no ${what} ${key} here.`);
}
