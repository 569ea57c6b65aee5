/** What an API key may be allowed: reading, changing rows, starting and steering runs. None of them holds another. */
export const KEY_SCOPES = ["read", "write", "sync"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];
