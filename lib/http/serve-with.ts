import type { z } from "zod";
import type { Caller } from "@/lib/auth/caller";
import type { Endpoint, HandlerInput } from "@/lib/contract/endpoint";
import type { Page } from "@/lib/contract/paging";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import type { OriginKind } from "@/lib/model/origin";
import { admit } from "./admit";
import { answer, findStanding } from "./answer";
import type { AnswerHeaders } from "./answer-headers";
import type { AskedHeaders, Asking } from "./asking";
import { cacheControl, isShared, keepingOf, varyOf } from "./cache-policy";
import { actorOf, type CallContext, callContext } from "./call-context";
import type { Download } from "./download";
import { firstHeaders } from "./first-headers";
import { asAppError, PROBLEMS, problemAnswer } from "./problem";
import { type RouteContext, readInput } from "./read-input";
import type { ReadyAnswer } from "./ready-answer";
import { Reply } from "./reply";
import { requestId } from "./request-id";
import type { ServeOptions } from "./serve-options";
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

/** An answer before it is a Response. */
export type Answered = {
  status: number;
  headers: AnswerHeaders;
  body: Buffer | string | ReadableStream<Uint8Array> | null;
};
export type Answering = (request: Asking, context: RouteContext) => Promise<Answered>;

/** What is made once for all who ask is not given up when the first of them goes. */
const NOBODYS_CALL: CallContext = {
  signal: new AbortController().signal,
  precondition: null,
  origin: "",
};

/** Makes a route of an endpoint and what it does; `note` is told what answers for it. */
export const serveWith =
  (
    findPorts: () => ServePorts,
    note: (endpoint: Endpoint, answering: Answering) => void = ignore,
  ) =>
  <E extends Endpoint>(endpoint: E, handler: Handler<E>, options: ServeOptions = {}): Route => {
    const answering = answerWith(findPorts, { endpoint, handler, options });
    note(endpoint, answering);
    return async (request, context) => {
      const { body, status, headers } = await answering(request, context);
      // A Buffer of Node is a Uint8Array over memory of its own, which is all that a Response asks for.
      return new Response(body as BodyInit | null, { status, headers: [...headers] });
    };
  };

const ignore = () => {};

/** Makes what answers for an endpoint: limit, access, input, run, check the reply, map errors. Never throws. */
const answerWith =
  <E extends Endpoint>(
    findPorts: () => ServePorts,
    { endpoint, handler, options }: { endpoint: E; handler: Handler<E>; options: ServeOptions },
  ): Answering =>
  async (request, context) => {
    const ports = findPorts();
    const id = requestId(request.headers);
    const headers = headersOf(endpoint, request.headers, id);
    try {
      const caller = await admit(request, endpoint, limitedBy(ports, options), headers);
      headers.set("cache-control", cacheControl(keepingOf(endpoint), { named: caller !== null }));
      withOrigin(headers, await originFor(options, ports));
      const serving = { endpoint, ports };
      const standing = await findStanding(request, serving);
      if (standing) return toAnswered(standing, headers);
      // An object whatever E says of its parts: readInput makes it.
      const input = (await readInput(endpoint, request, context)) as object;
      // admit has made sure that there is a caller wherever Handler<E> is promised one.
      const given = { ...input, ...asker(endpoint, caller, request, id) } as Given<E>;
      const run = async () => handler(given);
      if (endpoint.produces) return await send(request, run, headers);
      const fields = fieldsIn(input);
      return toAnswered(await reply(request, { ...serving, fields }, run), headers);
    } catch (thrown) {
      return fail(withPlace(asAppError(thrown), endpoint), { request, ports, id, headers });
    } finally {
      if (endpoint.method !== "GET") ports.forgetDataVersion();
    }
  };

/** What an answer says whatever becomes of it. */
function headersOf(endpoint: Endpoint, asked: AskedHeaders, id: string): AnswerHeaders {
  const headers = firstHeaders(asked, { requestId: id });
  const vary = varyOf(endpoint);
  if (vary) headers.append("vary", vary);
  return headers;
}

/** Who asks, as a handler learns it. What all get alike is made for nobody, so that it can say nothing to one alone. */
function asker(endpoint: Endpoint, caller: Caller | null, request: Asking, id: string) {
  if (isShared(endpoint)) return { caller: null, actor: null, call: NOBODYS_CALL };
  const actor = caller && actorOf(caller, request, id);
  return { caller, actor, call: callContext(request) };
}

function fail(
  error: AppError,
  at: { request: Asking; ports: ServePorts; id: string; headers: AnswerHeaders },
): Answered {
  const place = { instance: new URL(at.request.url).pathname, requestId: at.id };
  if (PROBLEMS[error.code].status >= 500) {
    at.ports.reportError(error, { method: at.request.method, ...place });
  }
  return problemAnswer(error, {
    ...place,
    headers: withOrigin(at.headers, at.ports.knownOrigin()),
  });
}

const reply = (
  request: Asking,
  serving: Parameters<typeof answer>[1],
  run: () => Promise<unknown>,
): Promise<ReadyAnswer> =>
  answer(request, serving, async () => {
    const result = await run();
    return result instanceof Reply ? result : new Reply(serving.endpoint.status ?? 200, result);
  });

function toAnswered({ status, headers: own, body }: ReadyAnswer, headers: AnswerHeaders): Answered {
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  return { status, headers, body };
}

async function send(
  { method }: Asking,
  run: () => Promise<unknown>,
  headers: AnswerHeaders,
): Promise<Answered> {
  // The handler of an endpoint that produces a file returns one, by the type of Handler.
  const file = (await run()) as Download;
  for (const [name, value] of Object.entries(file.headers)) headers.set(name, value);
  if (method !== "HEAD") return { status: 200, headers, body: file.stream };
  // Nobody will ever read it, nor say so.
  await file.stream.cancel();
  return { status: 200, headers, body: null };
}

/** `fields` of the query, where the endpoint has it; the contract has read it. */
const fieldsIn = (input: object): readonly string[] | undefined =>
  (input as { query?: { fields?: readonly string[] } }).query?.fields;

const limitedBy = (ports: ServePorts, { unlimited }: ServeOptions): ServePorts =>
  unlimited ? { ...ports, limiter: null } : ports;

const originFor = ({ independent }: ServeOptions, ports: ServePorts) =>
  ports.knownOrigin() ?? (independent ? null : ports.findOrigin());

/** Every answer says whose data it is about, so that nobody takes the sandbox for the world. */
function withOrigin(headers: AnswerHeaders, origin: OriginKind | null): AnswerHeaders {
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
