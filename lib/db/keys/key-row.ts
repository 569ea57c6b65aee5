import { z } from "zod";
import type { ApiKey } from "@/lib/contract/keys";
import { KEY_SCOPES, KEY_STATES, type KeyScope } from "@/lib/model/api-key";
import { type Fragment, fragment } from "../fragment";

export const KEYS_WITH_OWNERS = "api_keys k JOIN users u ON u.id = k.user_id";

export const KeyRow = z.object({
  id: z.string(),
  user_id: z.string(),
  user_email: z.string(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.string(),
  state: z.enum(KEY_STATES),
  created_at: z.date(),
  expires_at: z.date().nullable(),
  last_used_at: z.date().nullable(),
  revoked_at: z.date().nullable(),
});
export type KeyRow = z.infer<typeof KeyRow>;

/** What a key is worth at `now`, as SQL. */
export const keyState = (now: Date): Fragment =>
  fragment(
    `CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN k.expires_at <= ? THEN 'expired'
       WHEN u.disabled_at IS NOT NULL THEN 'owner_disabled' ELSE 'live' END`,
    now,
  );

export function keyColumns(now: Date): Fragment {
  const state = keyState(now);
  return fragment(
    `k.id, k.user_id, u.email AS user_email, k.name, k.prefix, k.scopes, ${state.sql} AS state,
     k.created_at, k.expires_at, k.last_used_at, k.revoked_at`,
    ...state.params,
  );
}

export const toApiKey = (row: KeyRow): ApiKey => ({
  ...row,
  scopes: readScopes(row.scopes),
  created_at: row.created_at.toISOString(),
  expires_at: row.expires_at?.toISOString() ?? null,
  last_used_at: row.last_used_at?.toISOString() ?? null,
  revoked_at: row.revoked_at?.toISOString() ?? null,
});

/** Scopes as they are kept, and back: names with spaces between. A name that is none of ours allows nothing. */
export const writeScopes = (scopes: readonly KeyScope[]): string =>
  KEY_SCOPES.filter((scope) => scopes.includes(scope)).join(" ");
export const readScopes = (kept: string): KeyScope[] => {
  const names = kept.split(" ");
  return KEY_SCOPES.filter((scope) => names.includes(scope));
};
