import type { z } from "zod";
import type { Caller } from "@/lib/auth/caller";
import type { Endpoint, HandlerInput } from "@/lib/contract/endpoint";
import type { Page } from "@/lib/contract/paging";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import type { OriginKind } from "@/lib/model/origin";
import { admit } from "./admit";
import { answer, type ServeOptions } from "./answer";
import { actorOf, type CallContext, callContext } from "./call-context";
import type { Download } from "./download";
import { asAppError, PROBLEMS, problemResponse } from "./problem";
import { type RouteContext, readInput } from "./read-input";
import { Reply } from "./reply";
import { requestId } from "./request-id";
import { API_SECURITY_HEADERS } from "./security-headers";
import type { ServePorts } from "./serve-ports";

type Item<E extends Endpoint> = z.input<E["response"]> extends (infer One)[] ? One : never;
type Body<E extends Endpoint> = E extends { paged: true } ? Page<Item<E>> : z.input<E["response"]>;
/** Who is there by what the endpoint asks for. */
type Known<E extends Endpoint, Who> = E extends { access: "anybody" }
  ? null
  : E extends { access: "reader" }
    ? Who | null
    : Who;
type Result<E extends Endpoint> = E extends { produces: readonly string[] }
  ? Download
  : Body<E> | Reply<Body<E>>;

type Given<E extends Endpoint> = HandlerInput<E> & {
  caller: Known<E, Caller>;
  actor: Known<E, Actor>;
  call: CallContext;
};

/** What an endpoint does once it may. Throws AppError for what its caller must learn. */
export type Handler<E extends Endpoint> = (input: Given<E>) => Result<E> | Promise<Result<E>>;

export type Route = (request: Request, context: RouteContext) => Promise<Response>;

/** Makes a route of an endpoint and what it does: limit, access, input, run, check the reply, map errors. */
export const serveWith =
  (findPorts: () => ServePorts) =>
  <E extends Endpoint>(endpoint: E, handler: Handler<E>, options: ServeOptions = {}): Route =>
  async (request, context) => {
    const ports = findPorts();
    const id = requestId(request.headers);
    const headers = new Headers({ ...API_SECURITY_HEADERS, "x-request-id": id });
    try {
      const caller = await admit(request, endpoint, limitedBy(ports, options), headers);
      // An object whatever E says of its parts: readInput makes it.
      const input = (await readInput(endpoint, request, context)) as object;
      const actor = caller && actorOf(caller, request, id);
      // admit has made sure that there is a caller wherever Handler<E> is promised one.
      const given = { ...input, caller, actor, call: callContext(request) } as Given<E>;
      const run = async () => handler(given);
      const response = endpoint.produces
        ? await send(run, headers)
        : await reply(request, { endpoint, options, ports, fields: fieldsIn(input), headers }, run);
      const origin = options.independent ? ports.knownOrigin() : await ports.findOrigin();
      withOrigin(response.headers, origin);
      return response;
    } catch (thrown) {
      return fail(withPlace(asAppError(thrown), endpoint), { request, ports, id, headers });
    }
  };

function fail(
  error: AppError,
  at: { request: Request; ports: ServePorts; id: string; headers: Headers },
): Response {
  const place = { instance: new URL(at.request.url).pathname, requestId: at.id };
  if (PROBLEMS[error.code].status >= 500) {
    at.ports.reportError(error, { method: at.request.method, ...place });
  }
  const headers = withOrigin(at.headers, at.ports.knownOrigin());
  return problemResponse(error, { ...place, headers });
}

async function reply(
  request: Request,
  serving: Parameters<typeof answer>[1],
  run: () => Promise<unknown>,
): Promise<Response> {
  const { status, body } = await answer(request, serving, async () => {
    const result = await run();
    return result instanceof Reply ? result : new Reply(serving.endpoint.status ?? 200, result);
  });
  return new Response(body, { status, headers: serving.headers });
}

async function send(run: () => Promise<unknown>, headers: Headers): Promise<Response> {
  // The handler of an endpoint that produces a file returns one, by the type of Handler.
  const file = (await run()) as Download;
  for (const [name, value] of Object.entries(file.headers)) headers.set(name, value);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  return new Response(file.stream, { headers });
}

/** `fields` of the query, where the endpoint has it; the contract has read it. */
const fieldsIn = (input: object): readonly string[] | undefined =>
  (input as { query?: { fields?: readonly string[] } }).query?.fields;

const limitedBy = (ports: ServePorts, { unlimited }: ServeOptions): ServePorts =>
  unlimited ? { ...ports, limiter: null } : ports;

/** Every answer says whose data it is about, so that nobody takes the sandbox for the world. */
function withOrigin(headers: Headers, origin: OriginKind | null): Headers {
  if (origin) headers.set("x-data-origin", origin);
  return headers;
}

/** What is not found was named in the path, so that is the field to look at. */
function withPlace(error: AppError, endpoint: Endpoint): AppError {
  if (error.code !== "not_found" || error.invalidParams || !endpoint.params) return error;
  return new AppError("not_found", error.message, {
    cause: error,
    invalidParams: Object.keys(endpoint.params.shape).map((name) => ({
      name: `path.${name}`,
      reason: "names nothing that is here",
    })),
  });
}
