import type { Endpoint } from "@/lib/contract/endpoint";
import type { Page } from "@/lib/contract/paging";
import { checkReply } from "./check-reply";
import { etagOf, isHeldAlready } from "./etag";
import { pagingHeaders } from "./paging-headers";
import type { Reply } from "./reply";
import type { ServePorts } from "./serve-ports";

export type ServeOptions = {
  /**
   * What the ETag names: the reply itself, or the data version, which spares the work where the caller holds that
   * version. A public GET has `reply` unless told, all others `none`.
   */
  cache?: "none" | "reply" | "data_version";
  /** It must answer when nothing else does: no database is asked for the sake of headers. */
  independent?: boolean;
  /** It costs nothing, and who restarts us by it must not take a busy neighbour's calls for our death. */
  unlimited?: boolean;
};

type Serving = {
  endpoint: Endpoint;
  options: ServeOptions;
  ports: Pick<ServePorts, "findDataVersion" | "appVersion" | "checkReplies">;
  /** Is given what the answer has beside its body. */
  headers: Headers;
};

/** Runs an endpoint and makes status and body of its reply, or 304 where the caller holds it already. */
export async function answer(
  request: Request,
  { endpoint, options, ports, headers }: Serving,
  run: () => Promise<Reply<unknown>>,
): Promise<{ status: number; body: string | null }> {
  const url = new URL(request.url);
  const cache = options.cache ?? defaultCache(endpoint);
  const isHeld = (etag: string) => {
    headers.set("etag", etag);
    return isHeldAlready(request.headers, etag);
  };
  headers.set("cache-control", cache === "none" ? "no-store" : "no-cache");
  if (cache === "data_version") {
    // Read before the data: at worst new data go out under an old name, and are asked for once more.
    const version = String(await ports.findDataVersion());
    const etag = etagOf(url.pathname, url.search, ports.appVersion, version);
    if (isHeld(etag)) return { status: 304, body: null };
  }
  const reply = await run();
  const content = endpoint.paged ? withoutPage(reply.body, url, headers) : reply.body;
  if (ports.checkReplies) checkReply(endpoint, content);
  const body = JSON.stringify(content);
  if (cache === "reply" && isHeld(etagOf(body, headers.get("link") ?? ""))) {
    return { status: 304, body: null };
  }
  headers.set("content-type", "application/json");
  return { status: reply.status, body };
}

const defaultCache = ({ access, method }: Endpoint) =>
  access === "public" && method === "GET" ? "reply" : "none";

/** The handler of a paged endpoint returns a page, by the type of Handler. */
function withoutPage(body: unknown, url: URL, headers: Headers): unknown {
  const page = body as Page<unknown>;
  for (const [name, value] of Object.entries(pagingHeaders(url, page))) headers.set(name, value);
  return page.items;
}
