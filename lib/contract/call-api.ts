import type { z } from "zod";
import { ApiError } from "./api-error";
import type { CallInput, Endpoint } from "./endpoint";
import type { Page } from "./paging";
import { Problem } from "./problem";

export type CallOptions = {
  fetch?: typeof globalThis.fetch;
  /** Where the API is, e.g. `http://127.0.0.1:3000`; the page's own server when empty. */
  baseUrl?: string;
  signal?: AbortSignal | null;
};

type PagedEndpoint = Endpoint & { paged: true };
type Item<E extends PagedEndpoint> = z.output<E["response"]> extends (infer One)[] ? One : never;
type Parts = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
};

/**
 * Calls an endpoint and returns its reply, parsed. Throws ApiError with the server's problem; where no server
 * answered, or something that is not ours, the problem is `upstream_unavailable`.
 */
export async function callApi<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  options: CallOptions = {},
): Promise<z.output<E["response"]>> {
  const response = await send(endpoint, input as Parts, options); // CallInput is these three parts
  // The schema is E's own, so that its output is what E promises.
  return read(response, endpoint) as Promise<z.output<E["response"]>>;
}

/** Calls an endpoint that answers in pages; `next` is the cursor to go on with. Throws like callApi. */
export async function callPage<E extends PagedEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  options: CallOptions = {},
): Promise<Page<Item<E>>> {
  const response = await send(endpoint, input as Parts, options); // CallInput is these three parts
  const items = (await read(response, endpoint)) as Item<E>[]; // a paged endpoint's response is an array
  return {
    items,
    total: Number(response.headers.get("x-total-count") ?? items.length),
    next: nextCursor(response.headers.get("link")),
  };
}

async function send(
  endpoint: Endpoint,
  { params = {}, query = {}, body }: Parts,
  { fetch = globalThis.fetch, baseUrl = "", signal = null }: CallOptions,
): Promise<Response> {
  const address = baseUrl + fillPath(endpoint.path, params) + toSearch(query);
  const content = endpoint.body
    ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } }
    : {};
  try {
    return await fetch(address, { method: endpoint.method, signal, ...content });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw notOurs(endpoint, 0, "The server cannot be reached. Is it running?", cause);
  }
}

async function read(response: Response, endpoint: Endpoint): Promise<unknown> {
  const json: unknown = await response.json().catch(() => undefined);
  const isReply = response.ok || endpoint.alsoStatuses?.some((also) => also === response.status);
  const reply = isReply ? endpoint.response.safeParse(json) : null;
  if (reply?.success) return reply.data;

  const problem = Problem.safeParse(json);
  if (problem.success) throw new ApiError(problem.data);
  const detail = `${endpoint.method} ${endpoint.path} was answered with ${response.status} and something that is not its reply.`;
  throw notOurs(endpoint, response.status, detail, reply?.error);
}

const notOurs = (endpoint: Endpoint, status: number, detail: string, cause: unknown) =>
  new ApiError(
    {
      type: "about:blank",
      title: "No answer",
      status,
      detail,
      instance: endpoint.path,
      code: "upstream_unavailable",
      request_id: "",
    },
    { cause },
  );

const fillPath = (path: string, params: Record<string, unknown>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));

function toSearch(query: Record<string, unknown>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return search.size > 0 ? `?${search}` : "";
}

/** The cursor in the `rel="next"` entry of a Link header. */
function nextCursor(link: string | null): string | null {
  const target = /<([^>]+)>;\s*rel="next"/.exec(link ?? "")?.[1];
  return target ? new URL(target, "http://here").searchParams.get("cursor") : null;
}
