import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { endpoints } from "@/lib/contract/endpoints";
import { findAnswerer } from "./answerers";
import type { AskedHeaders } from "./asking";
import { isShared } from "./cache-policy";
import { compressed } from "./compressed";
import { type Match, pathMatcher } from "./match-path";
import type { Answered, Answering } from "./serve-with";

const CHANNEL = "http.server.request.start";

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers the reads that all get alike before the framework's router: what it costs to get through there (about a
 * millisecond) is many times what such an answer costs. It is the same code that the route would run, with the same
 * checks of access, limit and input; whatever the door does not know it leaves to the router. To be called when the
 * server starts; returns what undoes it. A server that is not Node's own never comes here, and lacks nothing.
 */
export function openFrontDoor(): () => void {
  const find = pathMatcher(endpoints.filter(({ method }) => method === "GET"));
  const doors = new Map<Server, () => void>();
  const adopt = (message: unknown) => {
    // Node documents this channel's message as { request, response, socket, server }. It comes before the request's own
    // event, so that the door stands when this very request arrives.
    const { server } = message as { server: Server };
    if (!doors.has(server)) doors.set(server, putBefore(server, find));
  };
  subscribe(CHANNEL, adopt);
  return () => {
    unsubscribe(CHANNEL, adopt);
    for (const remove of doors.values()) remove();
  };
}

function putBefore(server: Server, find: (path: string) => Match | null): () => void {
  // These are the server's listeners for its event "request", whose arguments Node documents.
  const behind = server.listeners("request") as Listener[];
  const door: Listener = (request, response) => {
    const known = atTheDoor(request, find);
    if (known) void send(known, request, response).catch(() => response.destroy());
    else for (const listener of behind) listener.call(server, request, response);
  };
  server.removeAllListeners("request").on("request", door);
  return () => {
    server.removeListener("request", door);
    for (const listener of behind) server.on("request", listener);
  };
}

type Known = { answering: Answering; params: Match["params"] };

/** What answers a request here; null for one that goes on to the router. */
function atTheDoor(request: IncomingMessage, find: (path: string) => Match | null): Known | null {
  if (request.method !== "GET") return null;
  const match = find((request.url ?? "").split("?", 1)[0] ?? "");
  const answering = match && isShared(match.endpoint) ? findAnswerer(match.endpoint) : undefined;
  return match && answering ? { answering, params: match.params } : null;
}

const NEVER = new AbortController().signal;

async function send(
  { answering, params }: Known,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answered = await answering(
    {
      method: "GET",
      url: `http://localhost${request.url}`,
      headers: asked(request),
      signal: NEVER,
      body: null,
    },
    { params: Promise.resolve(params) },
  );
  const body = bodyOf(answered);
  const small = body && (await compressed(body, request.headers["accept-encoding"]?.toString()));
  response.statusCode = answered.status;
  for (const [name, value] of answered.headers) response.setHeader(name, value);
  response.appendHeader("vary", "Accept-Encoding");
  if (small) response.setHeader("content-encoding", "gzip");
  if (body) response.setHeader("content-length", (small ?? body).byteLength);
  response.end(small ?? body ?? undefined);
}

/** Read as they came: to make Headers of them costs more than all that is read. */
const asked = ({ headers }: IncomingMessage): AskedHeaders => ({
  get: (name) => headers[name.toLowerCase()]?.toString() ?? null,
  has: (name) => headers[name.toLowerCase()] !== undefined,
});

/** What all get alike is never a file that is made as it is sent. */
function bodyOf({ body }: Answered): Buffer | null {
  if (typeof body === "string") return Buffer.from(body);
  return Buffer.isBuffer(body) ? body : null;
}
