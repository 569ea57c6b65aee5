import { z } from "zod";
import type { KeyScope } from "@/lib/model/api-key";
import { ROLES, type Role } from "@/lib/model/roles";
import { query } from "../query";
import { readScopes } from "./key-row";

/** A key with what decides whether it opens anything, and the person behind it as they are now. */
export type KeyOwner = {
  key: {
    id: string;
    prefix: string;
    scopes: KeyScope[];
    expiresAt: Date | null;
    revokedAt: Date | null;
    lastUsedAt: Date | null;
  };
  owner: { id: string; email: string; name: string; role: Role };
  disabledAt: Date | null;
};

const Row = z.object({
  id: z.string(),
  prefix: z.string(),
  scopes: z.string(),
  expires_at: z.date().nullable(),
  revoked_at: z.date().nullable(),
  last_used_at: z.date().nullable(),
  user_id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  disabled_at: z.date().nullable(),
});

/** The key with this hash (SHA-256, hex) and its owner, or null. */
export async function findKeyOwner(hash: string): Promise<KeyOwner | null> {
  const [row] = await query(
    Row,
    `SELECT k.id, k.prefix, k.scopes, k.expires_at, k.revoked_at, k.last_used_at,
       u.id AS user_id, u.email, u.name, u.role, u.disabled_at
     FROM api_keys k JOIN users u ON u.id = k.user_id WHERE k.key_hash = ?`,
    [hash],
  );
  if (!row) return null;
  return {
    key: {
      id: row.id,
      prefix: row.prefix,
      scopes: readScopes(row.scopes),
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
      lastUsedAt: row.last_used_at,
    },
    owner: { id: row.user_id, email: row.email, name: row.name, role: row.role },
    disabledAt: row.disabled_at,
  };
}
