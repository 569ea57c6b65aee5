import pino from "pino";
import { env } from "./env";

/** One JSON line an event on stdout. Fields that could hold a secret are replaced before they are written. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ["password", "authorization", "client_secret", "access_token", "cookie"],
});
