import type { Caller } from "@/lib/auth/caller";
import type { Access, Endpoint } from "@/lib/contract/endpoint";
import { AppError } from "@/lib/errors";
import type { KeyScope } from "@/lib/model/api-key";
import { mayActAs } from "@/lib/model/roles";

/** Throws `unauthenticated` without a caller who is needed, `forbidden` where their role or their key does not allow it. */
export function checkAccess(
  endpoint: Endpoint,
  caller: Caller | null,
  { publicReads }: { publicReads: boolean },
): void {
  const { access } = endpoint;
  if (access === "anybody") return;
  if (caller) {
    checkRole(access, caller);
    checkScope(endpoint, caller);
  } else if (access !== "reader" || !publicReads) {
    throw new AppError("unauthenticated", whatIsNeeded(access));
  }
}

/** What a key must be allowed for this endpoint; `never` where no key may. */
export const keyScopeOf = ({ keyScope, method }: Endpoint): KeyScope | "never" =>
  keyScope ?? (method === "GET" ? "read" : "write");

function checkRole(access: Exclude<Access, "anybody">, { role }: Caller): void {
  if (access === "reader" || mayActAs(role, access)) return;
  throw new AppError(
    "forbidden",
    `This needs the role ${access}; yours is ${role}. Nothing was changed.`,
  );
}

function checkScope(endpoint: Endpoint, { key }: Caller): void {
  if (!key) return;
  const needed = keyScopeOf(endpoint);
  if (needed === "never") {
    throw new AppError("forbidden", "A key may not do this: sign in for it. Nothing was changed.");
  }
  if (key.scopes.includes(needed)) return;
  throw new AppError(
    "forbidden",
    `This needs a key with the scope ${needed}; yours has ${key.scopes.join(", ")}. Nothing was changed.`,
  );
}

const whatIsNeeded = (access: Access): string =>
  access === "reader"
    ? "Reading needs a key (Authorization: Bearer …) or a sign-in here."
    : `Sign in as ${access} or higher, or use the key of such a person, to do this.`;
