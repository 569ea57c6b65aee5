import { startJobs } from "@/inngest/start-jobs";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { guardRequests } from "@/lib/http/guard-requests";
import { log } from "@/lib/log";

try {
  guardRequests({ trustProxy: env().TRUST_PROXY });
  await startJobs();
} catch (error) {
  log.error({ error }, "the application cannot start");
  const message = error instanceof AppError ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  // Next would log the error and go on serving.
  process.exit(1);
}
