import type { z } from "zod";
import { AppError, type InvalidParam } from "@/lib/errors";

/** Where in a request a value stood. */
export type Place = "path" | "query" | "body";
type Issue = z.core.$ZodIssue;

/** An error that names each wrong value by place and field. Nothing was changed when it is thrown. */
export function invalidInput(invalidParams: readonly InvalidParam[]): AppError {
  const [first] = invalidParams;
  const more = invalidParams.length > 1 ? ` (and ${invalidParams.length - 1} more)` : "";
  return new AppError(
    "validation_failed",
    `${first ? `${first.name} ${first.reason}` : "The request is not valid"}${more}. Nothing was changed.`,
    { invalidParams },
  );
}

/** What zod found, in sentences for who called. */
export const toInvalidParams = (issues: readonly Issue[], place: Place): InvalidParam[] =>
  issues.filter(isOurs).flatMap((issue) => {
    const name = [place, ...issue.path].join(".");
    if (issue.code !== "unrecognized_keys") return [{ name, reason: reasonOf(issue) }];
    return issue.keys.map((key) => ({ name: `${name}.${key}`, reason: "is not known here" }));
  });

/** zod names the limits of whole numbers in JavaScript beside our own, which are narrower and said anyway. */
const isOurs = (issue: Issue, _: number, all: readonly Issue[]): boolean =>
  !(issue.code === "too_big" && issue.maximum === Number.MAX_SAFE_INTEGER && all.length > 1);

const TYPES: Readonly<Record<string, string>> = {
  int: "must be a whole number",
  number: "must be a number",
  string: "must be text",
  boolean: "must be true or false",
  array: "must be a list",
  object: "must be a JSON object",
};

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined && /undefined/.test(issue.message)
        ? "is missing"
        : (TYPES[issue.expected] ?? issue.message);
    case "too_small":
      return limit(issue.origin, "at least", issue.minimum);
    case "too_big":
      return limit(issue.origin, "at most", issue.maximum);
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.join(", ")}`;
    case "invalid_format":
      return issue.format === "uuid" ? "must be a UUID" : issue.message;
    default:
      return issue.message;
  }
}

function limit(origin: string, bound: string, value: number | bigint): string {
  const isOne = Number(value) === 1;
  if (origin === "array") return `must have ${bound} ${value} ${isOne ? "entry" : "entries"}`;
  const unit = isOne ? " character long" : " characters long";
  return `must be ${bound} ${value}${origin === "string" ? unit : ""}`;
}
