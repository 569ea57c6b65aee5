import { expect, test } from "vitest";
import { isInSection } from "@/components/layout/sections";

test.each([
  ["/", "/", true],
  ["/airports", "/", false],
  ["/airports", "/airports", true],
  ["/airports/FRA", "/airports", true],
  ["/airportsandmore", "/airports", false],
])("%s in %s: %s", (pathname, href, inside) => expect(isInSection(pathname, href)).toBe(inside));
