export const ROLES = ["viewer", "operator", "admin"] as const;

/** What a signed-in person may do; each role may all that the one before it may. */
export type Role = (typeof ROLES)[number];

/** Whether `role` is allowed what asks for at least `needed`. */
export const mayActAs = (role: Role, needed: Role): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(needed);
