import { env } from "@/lib/env";
import type { AskedHeaders } from "./asking";

/** What a page of another site may read of an answer beside its body. */
const EXPOSED = [
  "ETag",
  "Link",
  "Location",
  "Content-Disposition",
  "Retry-After",
  "RateLimit-Limit",
  "RateLimit-Remaining",
  "RateLimit-Reset",
  "X-Total-Count",
  "X-Total-Count-Exact",
  "X-Data-Origin",
  "X-Export-Time",
  "X-Export-Time-Zone",
  "X-Export-Filters",
  "X-Request-Id",
].join(", ");
/** What it may send beside what every page may send anyway. */
const SENDABLE = "Authorization, Content-Type, If-Match, If-None-Match, X-Request-Id";
/** Two hours, the most that a browser of today believes. */
const PREFLIGHT_SECONDS = "7200";

/**
 * What lets a page of one of `allowed` (CORS_ORIGINS) read an answer: nothing for any other origin. Never with
 * credentials, so that a session works from our own pages only, and other sites need a key. Where the answer depends on the
 * Origin it says so (Vary), also to who sent none.
 */
export function corsHeaders(
  asked: AskedHeaders,
  allowed: readonly string[] = env().CORS_ORIGINS,
): Readonly<Record<string, string>> {
  if (allowed.length === 0) return {};
  if (allowed.includes("*")) return readableBy("*");
  const origin = asked.get("origin");
  const vary = { vary: "Origin" };
  return origin && allowed.includes(origin) ? { ...readableBy(origin), ...vary } : vary;
}

/** What a browser asks before it sends more than a form could; nothing where it is no such question, or not allowed. */
export function preflightHeaders(
  asked: AskedHeaders,
  methods: readonly string[],
  allowed: readonly string[] = env().CORS_ORIGINS,
): Readonly<Record<string, string>> {
  const readable = "access-control-allow-origin" in corsHeaders(asked, allowed);
  if (!readable || !asked.has("access-control-request-method")) return {};
  return {
    "access-control-allow-methods": methods.join(", "),
    "access-control-allow-headers": SENDABLE,
    "access-control-max-age": PREFLIGHT_SECONDS,
  };
}

const readableBy = (origin: string) => ({
  "access-control-allow-origin": origin,
  "access-control-expose-headers": EXPOSED,
  // Else a browser would keep the answer from a page that isolates itself.
  "cross-origin-resource-policy": "cross-origin",
});
