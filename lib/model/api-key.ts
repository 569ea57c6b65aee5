/** What an API key may be allowed: reading, changing rows, starting and steering runs. None of them holds another. */
export const KEY_SCOPES = ["read", "write", "sync"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** Whether a key opens anything now; what ended it first, where it does not. */
export const KEY_STATES = ["live", "revoked", "expired", "owner_disabled"] as const;

/** What a person may have at the same time; who needs more has scripts that could share one. */
export const LIVE_KEYS_MAX = 50;
