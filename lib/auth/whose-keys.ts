import { AppError } from "@/lib/errors";
import type { Caller } from "./caller";

/**
 * Whose keys somebody sees who asks for those of `wanted`: the id of a person, null for everybody. Throws `forbidden` for those
 * of others unless an admin asks.
 */
export function whoseKeys(caller: Caller, wanted: string | undefined): string | null {
  if (wanted === undefined || wanted === caller.id) return caller.id;
  if (caller.role === "admin") return wanted === "all" ? null : wanted;
  throw new AppError("forbidden", "Only an admin sees the keys of others. Leave user_id out.");
}

/** The owner whose keys alone somebody may touch; null for an admin, who may touch all. */
export const keysWithinReach = (caller: Caller): string | null =>
  caller.role === "admin" ? null : caller.id;
