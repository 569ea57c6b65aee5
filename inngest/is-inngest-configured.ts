import { env } from "@/lib/env";

/** Whether an Inngest server runs the jobs; else this process does. */
export function isInngestConfigured(): boolean {
  const { INNGEST_DEV, INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = env();
  return Boolean(INNGEST_DEV || INNGEST_BASE_URL || INNGEST_EVENT_KEY || INNGEST_SIGNING_KEY);
}
