import { compare, hash } from "bcryptjs";
import { AppError } from "@/lib/errors";
import { PASSWORD_MAX_BYTES, passwordBytes, whyNotPassword } from "@/lib/model/password-rules";

/** About 0.4 s of one core: dear enough for who guesses, cheap enough for who signs in. */
const COST = 11;

/** Hashes a new password with bcrypt. Throws `validation_failed` under 12 characters or over 72 bytes. */
export async function hashPassword(plain: string): Promise<string> {
  const reason = whyNotPassword(plain);
  if (reason === null) return hash(plain, COST);
  throw new AppError("validation_failed", `The password ${reason}. Nothing was changed.`, {
    invalidParams: [{ name: "password", reason }],
  });
}

/** Whether `plain` is the password behind `hashed`. One over 72 bytes never is: nobody could have set it. */
export async function verifyPassword(plain: string, hashed: string): Promise<boolean> {
  if (passwordBytes(plain) > PASSWORD_MAX_BYTES) return false;
  return compare(plain, hashed);
}
