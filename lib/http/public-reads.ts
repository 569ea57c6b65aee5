import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { OriginKind } from "@/lib/model/origin";
import { findDataOriginSurely } from "./data-origin";

type Facts = {
  /** API_PUBLIC_READS, undefined where nobody chose. */
  chosen: boolean | undefined;
  hasCredentials: boolean;
  findOrigin: () => Promise<OriginKind | null | "unknown">;
};

/**
 * Whether anybody may read flights and reference data. API_PUBLIC_READS decides; where it is not set only the sandbox's
 * data are open, because Lufthansa's are licensed to whoever has the credentials. Throws `database_unavailable` where
 * only the database could tell whose data they are and does not: nobody is shown what may be licensed.
 */
export function havePublicReads(): Promise<boolean> {
  const { API_PUBLIC_READS: chosen, LUFTHANSA_CLIENT_ID, LUFTHANSA_CLIENT_SECRET } = env();
  const hasCredentials = Boolean(LUFTHANSA_CLIENT_ID ?? LUFTHANSA_CLIENT_SECRET);
  return decidePublicReads({ chosen, hasCredentials, findOrigin: findDataOriginSurely });
}

/** The same by these facts. */
export async function decidePublicReads(facts: Facts): Promise<boolean> {
  if (facts.chosen !== undefined) return facts.chosen;
  const origin = await facts.findOrigin();
  if (origin === "unknown") {
    throw new AppError(
      "database_unavailable",
      "The database does not answer, so nobody can say whether these data are open to all. Try again in a moment.",
      { retryAfterSeconds: 5 },
    );
  }
  return origin === null ? !facts.hasCredentials : origin === "sandbox";
}
