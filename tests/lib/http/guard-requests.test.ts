import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { guardRequests } from "@/lib/http/guard-requests";
import { ownOrigin } from "@/lib/http/own-origin";

const undo: (() => void)[] = [];
afterEach(() => {
  for (const one of undo.splice(0).toReversed()) one();
});

type Sent = { method?: string; path?: string; headers?: Record<string, string> };

/** Sends a request over a socket from 127.0.0.1: what a handler saw of it, and what came back. */
async function exchange(
  { method = "GET", path = "/", headers = {} }: Sent,
  handle: (response: ServerResponse) => void = (response) => response.end("x"),
) {
  let arrived: IncomingMessage | undefined;
  const server = createServer((request, response) => {
    arrived = request;
    handle(response);
  }).listen(0, "127.0.0.1");
  undo.push(() => server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const answer = await new Promise<IncomingMessage>((resolve) => {
    send({ port, method, path, headers }, (response) => {
      response.resume().on("end", () => resolve(response));
    }).end();
  });
  return { arrived, answer };
}

const guard = (trustedProxies: string[], configuredUrl?: string) =>
  undo.push(guardRequests({ trustedProxies, configuredUrl }));
const addressSeen = async (trusted: string[], forwardedFor: string) => {
  guard(trusted);
  const { arrived } = await exchange({ headers: { "x-forwarded-for": forwardedFor } });
  return arrived?.headers["x-forwarded-for"];
};

describe("the address of a caller", () => {
  it.each([
    [[], "6.6.6.6", "127.0.0.1"],
    [["10.0.0.0/8"], "6.6.6.6", "127.0.0.1"],
    [["loopback"], "6.6.6.6", "6.6.6.6"],
    [["loopback"], "1.1.1.1, 6.6.6.6", "6.6.6.6"],
    [["loopback", "private"], "1.1.1.1, 6.6.6.6, 10.0.0.9", "6.6.6.6"],
    [["loopback", "private"], "10.0.0.8, 10.0.0.9", "10.0.0.8"],
    [["loopback"], "6.6.6.6, nonsense", "127.0.0.1"],
    [["loopback"], "", "127.0.0.1"],
    [["loopback"], "6.6.6.6:4711", "6.6.6.6"],
    [["loopback"], "[2001:db8::7]:443", "2001:db8::7"],
    [["loopback"], "::ffff:6.6.6.6", "6.6.6.6"],
  ])("with %j trusted, and told %j, is %s", async (trusted, told, expected) => {
    expect(await addressSeen(trusted, told)).toBe(expected);
  });
});

describe("host and https", () => {
  const headers = {
    host: "app:3000",
    "x-forwarded-host": "f.example.org",
    "x-forwarded-proto": "https",
  };

  it.each([
    [["loopback"], "https://f.example.org"],
    [[], "http://app:3000"],
    [["203.0.113.7"], "http://app:3000"],
  ])("with %j trusted are %s", async (trusted, expected) => {
    guard(trusted);
    const { arrived } = await exchange({ headers });
    const seen = new Headers(arrived?.headers as Record<string, string>);
    expect(ownOrigin(seen, undefined)).toBe(expected);
  });
});

describe("a request, before anybody reads it", () => {
  it.each([
    ["GET", "/api/airports/%E0%A4%A?q=%zz", "GET", "/api/airports/%25E0%25A4%25A?q=%zz"],
    ["GET", "/api/airports/%46RA?q=100%25", "GET", "/api/airports/%46RA?q=100%25"],
    ["TRACE", "/api/airports", "PATCH", "/api/airports"],
    ["PROPFIND", "/api/airports", "PATCH", "/api/airports"],
    ["DELETE", "/api/airports", "DELETE", "/api/airports"],
    ["OPTIONS", "*", "OPTIONS", "/*"],
    ["GET", "http://f.example.org/api/airports?q=a?b", "GET", "/api/airports?q=a?b"],
    ["GET", "http://f.example.org", "GET", "/"],
    ["GET", "/api?url=http://x/y", "GET", "/api?url=http://x/y"],
  ])("%s %s is read as %s %s", async (method, path, readMethod, readPath) => {
    guard([]);
    const { arrived } = await exchange({ method, path });
    expect(arrived).toMatchObject({ method: readMethod, url: readPath });
  });
});

describe("an answer, whoever makes it", () => {
  it.each([
    ["in one go", (response: ServerResponse) => response.end("x")],
    ["with a head", (response: ServerResponse) => response.writeHead(500, { a: "b" }).end("x")],
    ["piece by piece", (response: ServerResponse) => response.write("x") && response.end()],
    ["without a body", (response: ServerResponse) => response.writeHead(304).end()],
  ])("has security headers when written %s", async (_, handle) => {
    guard([]);
    const { answer } = await exchange({}, handle);
    expect(answer.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(answer.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
    });
  });

  it("keeps those that it has", async () => {
    guard([]);
    const { answer } = await exchange({}, (response) => {
      response.setHeader("referrer-policy", "no-referrer");
      response.writeHead(200, { "content-security-policy": "default-src 'self'" }).end();
    });
    expect(answer.headers).toMatchObject({
      "referrer-policy": "no-referrer",
      "content-security-policy": "default-src 'self'",
    });
  });

  it.each([
    [["loopback"], "https", undefined, true],
    [["loopback"], "http", undefined, false],
    [[], "https", undefined, false],
    [[], "http", "https://flights.example.org", true],
    [[], "http", "http://localhost:3000", false],
  ])("over TLS keeps the browser to it: %j, %s, %s", async (trusted, proto, url, expected) => {
    guard(trusted, url);
    const { answer } = await exchange({ headers: { "x-forwarded-proto": proto } });
    expect(answer.headers["strict-transport-security"]).toBe(
      expected ? "max-age=31536000" : undefined,
    );
  });
});
