import { env } from "@/lib/env";
import { findDataOrigin } from "./data-origin";

/**
 * Whether anybody may read flights and reference data. API_PUBLIC_READS decides; where it is not set only the sandbox's
 * data are open, because Lufthansa's are licensed to whoever has the credentials.
 */
export async function havePublicReads(): Promise<boolean> {
  const { API_PUBLIC_READS: chosen, LUFTHANSA_CLIENT_ID: credentials } = env();
  if (chosen !== undefined) return chosen;
  const origin = await findDataOrigin();
  return origin === null ? !credentials : origin === "sandbox";
}
