import { expect, it } from "vitest";
import { findSessionCookie } from "@/lib/auth/session-cookie";

const NAME = "next-auth.session-token";

it.each([
  ["alone", `${NAME}=abc`, false, "abc"],
  ["among others", `a=1; ${NAME}=abc; b=2`, false, "abc"],
  ["in parts, in any order", `${NAME}.1=def; ${NAME}.0=abc`, false, "abcdef"],
  ["with = in it", `${NAME}=ab=`, false, "ab="],
  ["not there", "a=1", false, null],
  ["no cookies at all", null, false, null],
  ["one that an insecure page could have set, on a secure page", `${NAME}=abc`, true, null],
  ["secure", `__Secure-${NAME}=abc; ${NAME}=other`, true, "abc"],
])("finds the session: %s", (_, header, secure, expected) => {
  expect(findSessionCookie(header, secure)).toBe(expected);
});
