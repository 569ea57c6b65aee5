import type { Endpoint, HandlerInput } from "@/lib/contract/endpoint";
import type { Asking } from "./asking";
import { invalidInput, toInvalidParams } from "./invalid-input";
import { readBody } from "./read-body";
import { readQuery } from "./read-query";

/** What a router hands to a route: the named pieces of the path, decoded. */
export type RouteContext = { params: Promise<Record<string, string | string[]>> };

/** Path, query and body by the endpoint's schemas. Throws `validation_failed` naming what is wrong. */
export async function readInput<E extends Endpoint>(
  endpoint: E,
  request: Asking,
  context: RouteContext,
): Promise<HandlerInput<E>> {
  const params = endpoint.params?.safeParse(await context.params);
  if (params?.error) throw invalidInput(toInvalidParams(params.error.issues, "path"));
  const query = readQuery(new URL(request.url).searchParams, endpoint.query);
  const body = endpoint.method === "GET" ? undefined : await readBody(request, endpoint.body);
  // The three schemas of E made these values, which is what HandlerInput<E> says of them.
  return { params: params?.data, query, body } as HandlerInput<E>;
}
