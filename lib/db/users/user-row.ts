import { z } from "zod";
import type { User } from "@/lib/contract/users";
import { ROLES } from "@/lib/model/roles";
import { type Fragment, fragment } from "../fragment";

export const UserRow = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  live_keys: z.number(),
  last_sign_in_at: z.date().nullable(),
  disabled_at: z.date().nullable(),
  created_at: z.date(),
  updated_at: z.date(),
});
export type UserRow = z.infer<typeof UserRow>;

/** What is shown of a person `u`: never the password's hash. */
export const userColumns = (now: Date): Fragment =>
  fragment(
    `u.id, u.email, u.name, u.role, u.last_sign_in_at, u.disabled_at, u.created_at, u.updated_at,
     (SELECT COUNT(*) FROM api_keys k WHERE k.user_id = u.id AND k.revoked_at IS NULL
        AND (k.expires_at IS NULL OR k.expires_at > ?)) AS live_keys`,
    now,
  );

export const toShownUser = (row: UserRow): User => ({
  ...row,
  last_sign_in_at: row.last_sign_in_at?.toISOString() ?? null,
  disabled_at: row.disabled_at?.toISOString() ?? null,
  created_at: row.created_at.toISOString(),
  updated_at: row.updated_at.toISOString(),
});
