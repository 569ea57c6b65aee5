import { env } from "@/lib/env";

/** The key that seals sessions. Throws when it is not set: a made-up one would end every session at each restart. */
export function sessionSecret(): string {
  const secret = env().NEXTAUTH_SECRET;
  if (secret) return secret;
  throw new Error(
    "NEXTAUTH_SECRET is not set, so nobody can sign in. Start with npm run up, which makes one and keeps it, " +
      "or set it to the output of: openssl rand -base64 32",
  );
}
