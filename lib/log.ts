import pino, { type Logger } from "pino";
import { env } from "./env";

let logger: Logger | undefined;
let destination: 1 | 2 = 1;

/** Sends log lines to stderr: for command lines whose stdout is their result. Before the first line only. */
export function logToStderr(): void {
  destination = 2;
}

/** Made on first use: importing a module must not read settings that a start script has yet to find out. */
function instance(): Logger {
  logger ??= pino(
    {
      level: env().LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ["password", "authorization", "client_secret", "access_token", "cookie"],
      serializers: { error: pino.stdSerializers.err },
    },
    pino.destination({ dest: destination, sync: true }),
  );
  return logger;
}

/** One JSON line an event: `fields` first, then a sentence. Fields that could hold a secret are replaced. */
export const log = {
  error: (fields: object, message: string): void => instance().error(fields, message),
  warn: (fields: object, message: string): void => instance().warn(fields, message),
  info: (fields: object, message: string): void => instance().info(fields, message),
  debug: (fields: object, message: string): void => instance().debug(fields, message),
};
