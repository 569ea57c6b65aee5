import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

export type SeenRequest = {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
};

/** Answers one request, or mistreats it. */
export type Responder = (response: ServerResponse, request: SeenRequest) => void;

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Responder =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };

export const text =
  (status: number, body: string | Uint8Array, headers: Record<string, string> = {}): Responder =>
  (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

export const token = (value: string, expiresIn: unknown = 21_600): Responder =>
  json(200, { access_token: value, token_type: "bearer", expires_in: expiresIn });

export type ScriptedServer = {
  baseUrl: string;
  /** Data requests and token requests, as they came. */
  asked: SeenRequest[];
  tokensAsked: SeenRequest[];
  /** What is answered next; the last one stays. */
  answer(...responders: Responder[]): void;
  answerToken(...responders: Responder[]): void;
  close(): Promise<void>;
};

/** A server on loopback that answers what a test tells it to: real HTTP, with no knowledge of Lufthansa but the token's path. */
export async function scriptedServer(): Promise<ScriptedServer> {
  const sockets = new Set<Socket>();
  const asked: SeenRequest[] = [];
  const tokensAsked: SeenRequest[] = [];
  const script = { data: [json(200, {})], token: [token("token-1")] };

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url = "", headers } = request;
    const seen = { method, url, headers, body: Buffer.concat(chunks).toString() };
    const isToken = url.endsWith("/oauth/token");
    (isToken ? tokensAsked : asked).push(seen);
    const responders = isToken ? script.token : script.data;
    const next = responders.length > 1 ? responders.shift() : responders[0];
    next?.(response, seen);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo;

  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    asked,
    tokensAsked,
    answer: (...responders) => {
      script.data = responders;
    },
    answerToken: (...responders) => {
      script.token = responders;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
