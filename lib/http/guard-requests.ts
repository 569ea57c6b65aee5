import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const CHANNEL = "http.server.request.start";
const KNOWN_TO_NEXT = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Mends requests before Next sees them. To be called when the server starts; returns what undoes it.
 * - Unless a proxy of ours writes X-Forwarded-For (TRUST_PROXY), what a caller sent there is removed, and Next writes the
 *   address of the socket: else anybody could give themselves a fresh rate limit with every request.
 * - A path that cannot be decoded, and a method that Next does not know (TRACE), would end in its bare 500: the path is
 *   taken letter by letter, the method for one that no route has, so that our own 400, 404 and 405 answer.
 */
export function guardRequests({ trustProxy }: { trustProxy: boolean }): () => void {
  const guard = (message: unknown) => {
    // Node documents this channel's message as { request, response, socket, server }.
    const { request } = message as { request: IncomingMessage };
    if (!trustProxy) delete request.headers["x-forwarded-for"];
    if (!KNOWN_TO_NEXT.has(request.method ?? "")) request.method = "PATCH";
    request.url = decodable(request.url ?? "/");
  };
  subscribe(CHANNEL, guard);
  return () => unsubscribe(CHANNEL, guard);
}

function decodable(url: string): string {
  const [path = "", ...query] = url.split("?");
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll("%", "%25"), ...query].join("?");
  }
}
