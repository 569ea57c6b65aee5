export const PASSWORD_MIN_CHARACTERS = 12;
/** bcrypt ignores everything after its 72nd byte, so a longer password would be weaker than it looks. */
export const PASSWORD_MAX_BYTES = 72;

/** Why this cannot be a password, as the end of a sentence; null where it can. */
export function whyNotPassword(plain: string): string | null {
  if ([...plain].length < PASSWORD_MIN_CHARACTERS) {
    return `must have at least ${PASSWORD_MIN_CHARACTERS} characters`;
  }
  return passwordBytes(plain) > PASSWORD_MAX_BYTES
    ? `must be at most ${PASSWORD_MAX_BYTES} bytes long (letters with accents count twice)`
    : null;
}

export const passwordBytes = (plain: string): number => new TextEncoder().encode(plain).length;
