import type { Caller } from "@/lib/auth/caller";
import type { Access } from "@/lib/contract/endpoint";
import { AppError } from "@/lib/errors";
import { mayActAs } from "@/lib/model/roles";

/** Throws `unauthenticated` without a caller, `forbidden` where their role is too low. */
export function checkAccess(access: Access, caller: Caller | null): void {
  if (access === "public") return;
  if (!caller) {
    throw new AppError("unauthenticated", `Sign in as ${access} or higher to do this.`);
  }
  if (mayActAs(caller.role, access)) return;
  throw new AppError(
    "forbidden",
    `This needs the role ${access}; yours is ${caller.role}. Nothing was changed.`,
  );
}
