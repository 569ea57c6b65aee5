import { startJobs } from "@/inngest/start-jobs";
import { env, isDevelopment } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { openFrontDoor } from "@/lib/http/front-door";
import { guardRequests } from "@/lib/http/guard-requests";
import { log } from "@/lib/log";

try {
  guardRequests({ trustedProxies: env().TRUSTED_PROXIES, configuredUrl: env().NEXTAUTH_URL });
  // While pages are compiled as they are asked for, so are routes: the door would go on with what they were.
  if (!isDevelopment()) openFrontDoor();
  await startJobs();
} catch (error) {
  log.error({ error }, "the application cannot start");
  const message = error instanceof AppError ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  // Next would log the error and go on serving.
  process.exit(1);
}
