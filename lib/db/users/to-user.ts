import { ROLES, type Role } from "@/lib/model/roles";
import type { User as UserRow } from "../generated/client";

/** A person. Sessions carry `tokenVersion`; those of an older version have ended. */
export type User = {
  id: string;
  email: string;
  name: string;
  role: Role;
  tokenVersion: number;
  /** Since when they may not sign in. */
  disabledAt: Date | null;
};

/** The person of a row, without the password's hash. Throws when the row's role is none of ours. */
export function toUser({ id, email, name, role, tokenVersion, disabledAt }: UserRow): User {
  const known = ROLES.find((candidate) => candidate === role);
  if (!known) throw new Error(`The user ${id} has the role ${role}, which is not known.`);
  return { id, email, name, role: known, tokenVersion, disabledAt };
}
