import { expect, test } from "vitest";
import { describeSignIn, toSignInResult } from "@/components/login/sign-in-result";

test.each([
  [200, null, { kind: "signed_in" }],
  [401, null, { kind: "wrong" }],
  [429, "700", { kind: "too_many", minutes: 12 }],
  [429, null, { kind: "too_many", minutes: 1 }],
  [503, null, { kind: "unavailable" }],
  [500, null, { kind: "unavailable" }],
])("status %s with Retry-After %s", (status, retryAfter, result) =>
  expect(toSignInResult(status, retryAfter)).toEqual(result),
);

test("every failure has words of its own", () => {
  const kinds = ["wrong", "unavailable", "unreachable"] as const;
  const words = kinds.map((kind) => describeSignIn({ kind })?.title);
  expect(new Set(words).size).toBe(kinds.length);
  expect(describeSignIn({ kind: "too_many", minutes: 1 })?.text).toContain("1 minute.");
  expect(describeSignIn({ kind: "signed_in" })).toBeNull();
});
