import { Inngest } from "inngest";
import { log } from "@/lib/log";

/** Their words as fields of our lines. */
const say =
  (level: keyof typeof log) =>
  (...parts: unknown[]): void =>
    log[level]({ inngest: parts.slice(1) }, String(parts[0]));

/**
 * The jobs' own client; it reads INNGEST_* itself. Without those it is never asked to send: the embedded runner does the
 * work.
 */
export const inngest = new Inngest({
  id: "dst-airlines",
  logger: { info: say("info"), warn: say("warn"), error: say("error"), debug: say("debug") },
});
