import type { Endpoint } from "@/lib/contract/endpoint";
import type { Page } from "@/lib/contract/paging";
import type { RowVersion } from "@/lib/model/precondition";
import { checkReply } from "./check-reply";
import { etagOf, isHeldAlready, rowEtag } from "./etag";
import { pagingHeaders } from "./paging-headers";
import { pickFields } from "./pick-fields";
import type { Reply } from "./reply";
import type { ServePorts } from "./serve-ports";

export type ServeOptions = {
  /**
   * What the ETag names: the reply itself, or the data version, which spares the work where the caller holds that
   * version. A GET that readers may do has `reply` unless told, all others `none`.
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
  /** Which fields of the rows are wanted; all where absent. */
  fields: readonly string[] | undefined;
  /** Is given what the answer has beside its body. */
  headers: Headers;
};

type Answer = { status: number; body: string | null };

/** Runs an endpoint and makes status and body of its reply, or 304 where the caller holds it already. */
export async function answer(
  request: Request,
  serving: Serving,
  run: () => Promise<Reply<unknown>>,
): Promise<Answer> {
  const { endpoint, options, ports, headers } = serving;
  const url = new URL(request.url);
  const cache = options.cache ?? defaultCache(endpoint);
  headers.set("cache-control", cache === "none" ? "no-store" : "no-cache");
  if (cache === "data_version") {
    // Read before the data: at worst new data go out under an old name, and are asked for once more.
    const version = String(await ports.findDataVersion());
    headers.set("etag", etagOf(url.pathname, url.search, ports.appVersion, version));
    if (isHeld(request, headers)) return NOT_MODIFIED;
  }
  const { status, body: said, headers: own } = await run();
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  if (status === 204) return { status, body: null };
  const content = endpoint.paged ? withoutPage(said, url, headers) : said;
  const body = toBody(serving, content);
  if (endpoint.versioned) headers.set("etag", rowEtag(versionOf(content), body));
  else if (cache === "reply") headers.set("etag", etagOf(body, headers.get("link") ?? ""));
  if (cache === "reply" && isHeld(request, headers)) return NOT_MODIFIED;
  headers.set("content-type", "application/json");
  return { status, body };
}

const NOT_MODIFIED: Answer = { status: 304, body: null };

const isHeld = (request: Request, headers: Headers): boolean =>
  isHeldAlready(request.headers, headers.get("etag") ?? "");

function toBody({ endpoint, ports, fields }: Serving, content: unknown): string {
  if (ports.checkReplies) checkReply(endpoint, content);
  return JSON.stringify(fields ? pickFields(content, fields) : content);
}

const defaultCache = ({ access, method }: Endpoint) =>
  (access === "reader" || access === "anybody") && method === "GET" ? "reply" : "none";

/** Rows of a versioned endpoint have both, as its response says. */
const versionOf = (content: unknown): RowVersion => content as RowVersion;

/** The handler of a paged endpoint returns a page, by the type of Handler. */
function withoutPage(body: unknown, url: URL, headers: Headers): unknown {
  const page = body as Page<unknown>;
  for (const [name, value] of Object.entries(pagingHeaders(url, page))) headers.set(name, value);
  return page.items;
}
