import type { Endpoint, Keeping } from "@/lib/contract/endpoint";

const DOCUMENT_SECONDS = 300;

/** How long the answers of an endpoint stay true: what it says itself, else by who may ask. */
export function keepingOf({ cache, method, access, keyScope, produces }: Endpoint): Keeping {
  if (cache) return cache;
  if (method !== "GET" || produces || access === "admin" || keyScope === "never") return "never";
  return access === "reader" ? "data" : "reply";
}

/** Whether the same answer goes to all who may ask, and is made for nobody in particular. */
export const isShared = (endpoint: Endpoint): boolean =>
  ["data", "minute"].includes(keepingOf(endpoint));

/**
 * Who may keep an answer and for how long. `named`: somebody said who they are, or had to; what they get is nobody
 * else's business. What is not a document is asked for anew each time, which costs nothing where it stands (304).
 */
export function cacheControl(keeping: Keeping, { named }: { named: boolean }): string {
  if (keeping === "never") return "no-store";
  const seconds = keeping === "document" ? DOCUMENT_SECONDS : 0;
  return `${named ? "private" : "public"}, max-age=${seconds}, must-revalidate`;
}

/**
 * The headers of a request that may change its answer, or that it is answered at all: a proxy must not hand to a
 * stranger what it got for somebody. Null where it never depends on who asks.
 */
export const varyOf = ({ access }: Endpoint): string | null =>
  access === "anybody" ? null : "Authorization, Cookie";
