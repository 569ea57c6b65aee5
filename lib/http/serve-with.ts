import type { z } from "zod";
import type { Caller } from "@/lib/auth/caller";
import type { Endpoint, HandlerInput } from "@/lib/contract/endpoint";
import type { Page } from "@/lib/contract/paging";
import { AppError } from "@/lib/errors";
import type { OriginKind } from "@/lib/model/origin";
import { admit } from "./admit";
import { answer, type ServeOptions } from "./answer";
import { asAppError, PROBLEMS, problemResponse } from "./problem";
import { type RouteContext, readInput } from "./read-input";
import { Reply } from "./reply";
import { requestId } from "./request-id";
import { API_SECURITY_HEADERS } from "./security-headers";
import type { ServePorts } from "./serve-ports";

type Item<E extends Endpoint> = z.input<E["response"]> extends (infer One)[] ? One : never;
type Body<E extends Endpoint> = E extends { paged: true } ? Page<Item<E>> : z.input<E["response"]>;
type CallerOf<E extends Endpoint> = E extends { access: "public" } ? null : Caller;
type Result<E extends Endpoint> = Body<E> | Reply<Body<E>>;

/** What an endpoint does once it may. Throws AppError for what its caller must learn. */
export type Handler<E extends Endpoint> = (
  input: HandlerInput<E> & { caller: CallerOf<E> },
) => Result<E> | Promise<Result<E>>;

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
      const input = await readInput(endpoint, request, context);
      const { status, body } = await answer(
        request,
        { endpoint, options, ports, headers },
        async () => {
          // admit has made sure that there is a caller wherever Handler<E> is promised one.
          const known = { ...(input as object), caller } as Parameters<Handler<E>>[0];
          const result = await handler(known);
          return result instanceof Reply ? result : new Reply(endpoint.status ?? 200, result);
        },
      );
      const origin = options.independent ? ports.knownOrigin() : await ports.findOrigin();
      return new Response(body, { status, headers: withOrigin(headers, origin) });
    } catch (thrown) {
      const at = { instance: new URL(request.url).pathname, requestId: id };
      const error = withPlace(asAppError(thrown), endpoint);
      if (PROBLEMS[error.code].status >= 500) {
        ports.reportError(error, { method: request.method, ...at });
      }
      return problemResponse(error, { ...at, headers: withOrigin(headers, ports.knownOrigin()) });
    }
  };

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
