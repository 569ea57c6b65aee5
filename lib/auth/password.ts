import { compare, hash } from "bcryptjs";
import { AppError } from "@/lib/errors";

/** About 0.4 s of one core: dear enough for who guesses, cheap enough for who signs in. */
const COST = 11;
const MIN_CHARACTERS = 10;
/** bcrypt ignores everything after its 72nd byte, so a longer password would be weaker than it looks. */
const MAX_BYTES = 72;

const refused = (reason: string) =>
  new AppError("validation_failed", `The password ${reason}. Nothing was changed.`, {
    invalidParams: [{ name: "password", reason }],
  });

/** Hashes a new password with bcrypt. Throws `validation_failed` under 10 characters or over 72 bytes. */
export async function hashPassword(plain: string): Promise<string> {
  if ([...plain].length < MIN_CHARACTERS) {
    throw refused(`must have at least ${MIN_CHARACTERS} characters`);
  }
  if (Buffer.byteLength(plain, "utf8") > MAX_BYTES) {
    throw refused(`must be at most ${MAX_BYTES} bytes long (letters with accents count twice)`);
  }
  return hash(plain, COST);
}

/** Whether `plain` is the password behind `hashed`. One over 72 bytes never is: nobody could have set it. */
export async function verifyPassword(plain: string, hashed: string): Promise<boolean> {
  if (Buffer.byteLength(plain, "utf8") > MAX_BYTES) return false;
  return compare(plain, hashed);
}
