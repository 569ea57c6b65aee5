import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Access, defineEndpoint, type Endpoint } from "@/lib/contract/endpoint";
import { checkAccess, keyScopeOf } from "@/lib/http/check-access";
import { KEY_SCOPES, type KeyScope } from "@/lib/model/api-key";
import type { Role } from "@/lib/model/roles";

const endpointOf = (method: Endpoint["method"], access: Access, keyScope?: Endpoint["keyScope"]) =>
  defineEndpoint({
    id: "thing",
    method,
    path: "/api/things",
    summary: "",
    tag: "",
    access,
    response: z.null(),
    ...(keyScope ? { keyScope } : {}),
  });

const personOf = (role: Role, scopes: readonly KeyScope[] | null = null) => ({
  ...{ id: "1", email: "anna@x.org", name: "Anna", role },
  key: scopes && { id: "2", scopes },
});

const verdict = (check: () => void): string => {
  try {
    check();
    return "in";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("the scope that a key needs", () => {
  it.each([
    ["GET", undefined, "read"],
    ["POST", undefined, "write"],
    ["PUT", undefined, "write"],
    ["DELETE", undefined, "write"],
    ["POST", "sync", "sync"],
    ["POST", "read", "read"],
    ["GET", "never", "never"],
  ] as const)("for %s with %s is %s", (method, keyScope, needed) => {
    expect(keyScopeOf(endpointOf(method, "viewer", keyScope))).toBe(needed);
  });

  it.each(KEY_SCOPES)("is not within another: %s", (held) => {
    for (const needed of KEY_SCOPES) {
      const check = () =>
        checkAccess(endpointOf("POST", "viewer", needed), personOf("admin", [held]), {
          publicReads: true,
        });
      expect(verdict(check)).toBe(held === needed ? "in" : "forbidden");
    }
  });

  it("holds also where anybody may read: a key that may not is refused, none at all is not", () => {
    const read = endpointOf("GET", "reader");
    const open = { publicReads: true };
    expect(verdict(() => checkAccess(read, personOf("admin", ["write"]), open))).toBe("forbidden");
    expect(verdict(() => checkAccess(read, null, open))).toBe("in");
  });

  it("does not make up for a role", () => {
    const manage = endpointOf("POST", "admin");
    const check = () =>
      checkAccess(manage, personOf("operator", KEY_SCOPES), { publicReads: true });
    expect(verdict(check)).toBe("forbidden");
  });

  it("is no way in where people alone may", () => {
    const own = endpointOf("POST", "viewer", "never");
    const at = { publicReads: true };
    expect(verdict(() => checkAccess(own, personOf("admin", KEY_SCOPES), at))).toBe("forbidden");
    expect(verdict(() => checkAccess(own, personOf("viewer"), at))).toBe("in");
  });
});
