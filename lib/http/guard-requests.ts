import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { putFloorUnder } from "./answer-floor";
import { believeForwarded } from "./forwarded";
import { isOverTls } from "./own-origin";
import { trustedAddresses } from "./trusted-addresses";

const CHANNEL = "http.server.request.start";
const KNOWN_TO_NEXT = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

type Guard = {
  /** Addresses, ranges or words for the proxies in front of us. */
  trustedProxies: readonly string[];
  /** NEXTAUTH_URL: where the browser sees us, where that was said. */
  configuredUrl?: string | undefined;
};

/**
 * Mends requests before Next sees them, and answers before they leave. To be called when the server starts; returns what
 * undoes it.
 * - What callers say of their address, of our host and of https is believed from a trusted proxy only (TRUSTED_PROXIES):
 *   else anybody could give themselves a fresh rate limit with every request.
 * - A path that cannot be decoded or is none (`OPTIONS *`), and a method that Next does not know (TRACE), would end in its bare 500: the path is
 *   taken letter by letter, the method for one that no route has, so that our own 400, 404 and 405 answer.
 * - Every answer has security headers, whoever makes it.
 */
export function guardRequests({ trustedProxies, configuredUrl }: Guard): () => void {
  const isTrusted = trustedAddresses(trustedProxies);
  const guard = (message: unknown) => {
    // Node documents this channel's message as { request, response, socket, server }.
    const { request, response } = message as Exchange;
    believeForwarded(request, isTrusted);
    if (!KNOWN_TO_NEXT.has(request.method ?? "")) request.method = "PATCH";
    request.url = readable(request.url ?? "/");
    const headers = { get: (name: string) => text(request.headers[name]) };
    putFloorUnder(response, { overTls: isOverTls(headers, configuredUrl) });
  };
  subscribe(CHANNEL, guard);
  return () => unsubscribe(CHANNEL, guard);
}

type Exchange = { request: IncomingMessage; response: ServerResponse };

const text = (header: string | string[] | undefined) => header?.toString() ?? null;

/** The path and query that a router can read. A client may also ask for `*`, or as if we were a proxy (`http://host/…`). */
function readable(asked: string): string {
  const url = asked.replace(/^[a-z]+:\/\/[^/?]*/i, "");
  const [path = "", ...query] = (url.startsWith("/") ? url : `/${url}`).split("?");
  try {
    decodeURIComponent(path);
    return [path, ...query].join("?");
  } catch {
    return [path.replaceAll("%", "%25"), ...query].join("?");
  }
}
