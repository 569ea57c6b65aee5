import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll } from "vitest";
import { guardRequests } from "@/lib/http/guard-requests";
import { fetchRoutes } from "@/tests/api/fixtures/fetch-routes";

/**
 * The routes of this tree on a real port, behind the guard that the product puts before them, with loopback as its proxy.
 * Call it once, at the top of a test file. `address` is known from the first test on.
 */
export function serveRoutes(): { address: string } {
  const served = { address: "" };
  const server = createServer(async (request, response) => {
    const answer = await fetchRoutes(toRequest(request));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    const body = request.method === "HEAD" ? null : answer.body;
    const sent = pipeline(body ? Readable.fromWeb(body as never) : Readable.from([]), response);
    // A client that goes, or a body that breaks, ends this answer and nothing else.
    await sent.catch(() => response.destroy());
  });
  let undo = () => {};
  beforeAll(async () => {
    undo = guardRequests({ trustedProxies: ["loopback"] });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
    served.address = `http://127.0.0.1:${port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    undo();
  });
  return served;
}

function toRequest(request: IncomingMessage): Request {
  const method = request.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(`http://${request.headers.host}${request.url}`, {
    method,
    headers: new Headers(request.headers as Record<string, string>),
    // Node asks for duplex when the body is a stream.
    ...(hasBody ? { body: Readable.toWeb(request), duplex: "half" } : {}),
  } as RequestInit);
}
