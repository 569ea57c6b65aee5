import { env } from "@/lib/env";

/** Whether an Inngest server runs the jobs; else this process does. */
export function isInngestConfigured(): boolean {
  const { INNGEST_DEV, INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = env();
  const isDev = INNGEST_DEV !== undefined && !/^(0|false)$/i.test(INNGEST_DEV);
  return Boolean(isDev || INNGEST_BASE_URL || INNGEST_EVENT_KEY || INNGEST_SIGNING_KEY);
}
