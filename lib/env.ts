import { z } from "zod";
import { isAddressRange } from "./http/trusted-addresses";
import { whyNotPassword } from "./model/password-rules";

const optionalText = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();

/** A list with commas, `isOne` saying of each entry whether it can be understood. */
const listOf = (isOne: (entry: string) => boolean, what: string) =>
  z
    .string()
    .default("")
    .transform((text) => text.split(",").map((entry) => entry.trim()))
    .transform((entries) => entries.filter(Boolean))
    .refine((entries) => entries.every(isOne), `must be a list of ${what}, with commas`);
const addressRanges = listOf(
  isAddressRange,
  "addresses, ranges (10.0.0.0/8) or the words loopback, linklocal, private",
);
const isOrigin = (entry: string) =>
  entry === "*" || (URL.canParse(entry) && new URL(entry).origin === entry);
const origins = listOf(isOrigin, "origins (https://map.example.com, no path) or *");

/** Every setting of the application. `.env.example` names exactly these. */
export const Env = z.object({
  DATA_DIR: z.string().min(1).default(".data"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  DATABASE_URL: optionalText,
  MONGODB_URI: optionalText,
  LUFTHANSA_CLIENT_ID: optionalText,
  LUFTHANSA_CLIENT_SECRET: optionalText,
  LUFTHANSA_BASE_URL: z.url().default("https://api.lufthansa.com/v1"),
  /** 0 switches the limit off; unset means what the source says of itself, else 5. */
  LUFTHANSA_CALLS_PER_SECOND: z.coerce.number().int().min(0).optional(),
  /** 0 switches the limit off; unset means what the source says of itself, else 1,000. */
  LUFTHANSA_CALLS_PER_HOUR: z.coerce.number().int().min(0).optional(),
  /** Minutes between two rounds of live flight boards, a divisor of 60; 0: none. */
  LIVE_STATUS_MINUTES: z.coerce
    .number()
    .int()
    .min(0)
    .refine((minutes) => minutes === 0 || 60 % minutes === 0, "must be 0 or divide 60")
    .default(15),
  /** Of the calls of an hour, how much live rounds may use at most: 0.05 to 0.9. */
  LIVE_QUOTA_SHARE: z.coerce.number().min(0.05).max(0.9).default(0.5),
  /** How many days ahead of today schedules are asked for where nobody says which days. */
  SCHEDULES_HORIZON_DAYS: z.coerce.number().int().min(0).max(360).default(7),
  /** Days for which the source is expected to answer boards and the status of routes, counted from an airport's local day. */
  FLIGHTS_SERVED_DAYS_BACK: z.coerce.number().int().min(0).max(3650).default(3),
  FLIGHTS_SERVED_DAYS_AHEAD: z.coerce.number().int().min(0).max(360).default(5),
  NEXTAUTH_SECRET: optionalText,
  NEXTAUTH_URL: optionalText.refine(
    (url) => url === undefined || URL.canParse(url),
    "must be an address, like https://flights.example.com",
  ),
  ADMIN_EMAIL: optionalText,
  ADMIN_PASSWORD: optionalText.check(({ value, issues }) => {
    const message = value === undefined ? null : whyNotPassword(value);
    if (message) issues.push({ code: "custom", message, input: "" });
  }),
  INNGEST_DEV: optionalText,
  INNGEST_BASE_URL: optionalText,
  INNGEST_EVENT_KEY: optionalText,
  INNGEST_SIGNING_KEY: optionalText,
  /** Proxies in front whose X-Forwarded-* are believed; what anybody else sends there is removed. */
  TRUSTED_PROXIES: addressRanges,
  /** Origins whose pages may read answers of the API; `*`: all. */
  CORS_ORIGINS: origins,
  /** API calls per minute of one address, or of one signed-in person; 0 switches the limit off. */
  API_CALLS_PER_MINUTE: z.coerce.number().int().min(0).default(600),
  /** Where calls and tries to sign in are counted: in this process, or in MySQL for several processes together. */
  RATE_LIMIT_STORE: z.enum(["memory", "mysql"]).default("memory"),
  /** Memory of this process for answers that still stand, in MB; 0: every answer is made anew. */
  API_CACHE_MB: z.coerce.number().int().min(0).max(4096).default(64),
  /** Whether anybody may read flights and reference data; unset: only those of the sandbox. */
  API_PUBLIC_READS: z.stringbool().optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** Checks our own replies against the contract in production too; tests always do. */
  CHECK_REPLIES: z.stringbool().default(false),
});
export type Env = z.infer<typeof Env>;

/** Reads settings from `source` (empty strings count as unset). Throws one readable message naming every wrong variable. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const result = Env.safeParse(given);
  if (result.success) return result.data;
  throw new Error(`The settings are not right:\n${z.prettifyError(result.error)}`);
}

let cached: Env | undefined;

/** The settings of this process, read on first use and not on import, so that a build needs none. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** Replaces settings by what a start script found out, such as the address of the embedded database. */
export function overrideEnv(found: Partial<Env>): void {
  cached = { ...env(), ...found };
}

/** Whether pages are compiled as they are asked for (`npm run dev`). */
export const isDevelopment = (): boolean => process.env.NODE_ENV === "development";
