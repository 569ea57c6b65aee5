import { z } from "zod";

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** JavaScript takes any case and bare offsets; whoever compares names does not. */
const WRITTEN = /^(UTC|GMT|[A-Z][a-z][A-Za-z]*\/.+)$/;

/** An IANA zone by its name; none is longer than 40 characters. */
export const TimeZone = z
  .string()
  .trim()
  .max(40)
  .refine((name) => WRITTEN.test(name) && isTimeZone(name), {
    error: "must be an IANA time zone, for example Europe/Berlin",
  })
  .meta({ description: "IANA time zone", example: "Europe/Berlin" });
