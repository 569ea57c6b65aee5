import { expect, test } from "vitest";
import { safePath, signInHref } from "@/components/login/safe-path";

test.each(["/airports", "/airports?country=DE&page=2", "/sync/runs/1#counts", "/"])(
  "%s is a page of ours",
  (path) => expect(safePath(path)).toBe(path),
);

test.each([
  "//evil.example/airports",
  "/\\evil.example",
  "/\t/evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "airports",
  "",
  null,
  undefined,
])("%s leads to the overview", (path) => expect(safePath(path)).toBe("/"));

test("signing in does not lead to signing in", () =>
  expect(safePath("/login?callbackUrl=/sync")).toBe("/"));

test("the sign-in page carries the way back", () => {
  const href = signInHref("/airports?country=DE");
  expect(href).toBe("/login?callbackUrl=%2Fairports%3Fcountry%3DDE");
  const wanted = new URL(href, "http://here").searchParams.get("callbackUrl");
  expect(safePath(wanted)).toBe("/airports?country=DE");
});
