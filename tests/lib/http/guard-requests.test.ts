import { createServer, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { guardRequests } from "@/lib/http/guard-requests";

const undo: (() => void)[] = [];
afterEach(() => {
  for (const one of undo.splice(0)) one();
});

/** What a handler sees of a request that was sent with these words. */
async function seen(method: string, path: string, headers: Record<string, string> = {}) {
  let arrived: IncomingMessage | undefined;
  const server = createServer((request, response) => {
    arrived = request;
    response.end();
  }).listen(0, "127.0.0.1");
  undo.push(() => server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  await new Promise((resolve) => {
    send({ port, method, path, headers }, (response) => response.resume().on("end", resolve)).end();
  });
  return arrived;
}

describe("a request, before anybody reads it", () => {
  it("says where it comes from only if a trusted proxy says so", async () => {
    const headers = { "x-forwarded-for": "6.6.6.6" };
    undo.push(guardRequests({ trustProxy: true }));
    expect((await seen("GET", "/", headers))?.headers["x-forwarded-for"]).toBe("6.6.6.6");
    undo.push(guardRequests({ trustProxy: false }));
    expect((await seen("GET", "/", headers))?.headers["x-forwarded-for"]).toBeUndefined();
  });

  it.each([
    ["GET", "/api/airports/%E0%A4%A?q=%zz", "GET", "/api/airports/%25E0%25A4%25A?q=%zz"],
    ["GET", "/api/airports/%46RA?q=100%25", "GET", "/api/airports/%46RA?q=100%25"],
    ["TRACE", "/api/airports", "PATCH", "/api/airports"],
    ["PROPFIND", "/api/airports", "PATCH", "/api/airports"],
    ["DELETE", "/api/airports", "DELETE", "/api/airports"],
  ])("%s %s is read as %s %s", async (method, path, readMethod, readPath) => {
    undo.push(guardRequests({ trustProxy: false }));
    expect(await seen(method, path)).toMatchObject({ method: readMethod, url: readPath });
  });
});
