import { findKeyOwner, type KeyOwner } from "@/lib/db/keys/find-key-owner";
import { noteKeyUse } from "@/lib/db/keys/note-key-use";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { hashKey, isKeyText } from "./key-text";
import { shortMemory } from "./short-memory";

/** The person behind a key, and the key. */
type KeyCaller = KeyOwner["owner"] & { key: Pick<KeyOwner["key"], "id" | "scopes"> };

/** So long a revoked key goes on reading at most. */
const remembered = shortMemory<KeyOwner>(1000, 1000);
const NOTED_EVERY_MS = 60_000;

/**
 * Whom a key that was shown belongs to. Throws `unauthenticated` when it is unknown, expired or revoked, or its owner may not
 * sign in any more; `database_unavailable`. `fresh`: nothing is taken from memory.
 */
export async function getKeyCaller(
  shown: string,
  { now = new Date(), fresh = false }: { now?: Date; fresh?: boolean } = {},
): Promise<KeyCaller> {
  const found = isKeyText(shown) ? await findOwner(hashKey(shown), now, fresh) : null;
  if (!found) {
    throw refused(
      "The key that was sent is not known here. A key begins with dst_ and has 47 characters: look whether it is whole, and of this installation",
    );
  }
  checkAlive(found, now);
  noteUse(found, now);
  const { key, owner } = found;
  return { ...owner, key: { id: key.id, scopes: key.scopes } };
}

async function findOwner(hash: string, now: Date, fresh: boolean): Promise<KeyOwner | null> {
  const known = fresh ? undefined : remembered.recall(hash, now.getTime());
  if (known) return known;
  const found = await findKeyOwner(hash);
  if (found) remembered.keep(hash, found, now.getTime());
  return found;
}

function checkAlive({ key, disabledAt }: KeyOwner, now: Date): void {
  const name = `The key ${key.prefix}…`;
  if (key.revokedAt) {
    throw refused(`${name} was revoked at ${key.revokedAt.toISOString()}. Make a new one`);
  }
  if (key.expiresAt && key.expiresAt <= now) {
    throw refused(`${name} expired at ${key.expiresAt.toISOString()}. Make a new one`);
  }
  if (disabledAt) {
    throw refused(`${name} belongs to somebody who may not sign in any more. Ask an administrator`);
  }
}

/** Once a minute at most, beside the request: it must neither fail nor wait for the sake of a date. */
function noteUse({ key }: KeyOwner, now: Date): void {
  if (key.lastUsedAt && now.getTime() - key.lastUsedAt.getTime() < NOTED_EVERY_MS) return;
  key.lastUsedAt = now;
  noteKeyUse(key.id, now).catch((error: unknown) =>
    log.warn({ err: error, key: key.prefix }, "It could not be noted when a key was used"),
  );
}

const refused = (sentence: string) =>
  new AppError("unauthenticated", `${sentence}, or send no Authorization header.`);
