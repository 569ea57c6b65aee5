import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  json,
  type Responder,
  type ScriptedServer,
  scriptedServer,
  text,
} from "../../fakes/scripted-server";
import { backendError, clientUnderTest, told } from "./client-under-test";

let server: ScriptedServer;
beforeAll(async () => {
  server = await scriptedServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.asked.length = 0;
  server.tokensAsked.length = 0;
});

const ok = json(200, { fine: true });
const cutHeaders: Responder = (response) => response.destroy();
const cutBody: Responder = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"CountryResource":', () => response.destroy());
};
const cutChunks: Responder = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"CountryResource":', () => response.destroy());
};
const tooShort: Responder = (response) => {
  response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n{"a":1}');
};
const neverAnswers: Responder = () => undefined;
const neverEnds: Responder = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"CountryResource":');
};
const notHttp: Responder = (response) => {
  response.socket?.end("this is not HTTP\r\n\r\n");
};
const wholeGzip = gzipSync(
  JSON.stringify(Array.from({ length: 500 }, (_, index) => index * index)),
);
const halfGzip = text(200, wholeGzip.subarray(0, wholeGzip.length / 2), {
  "content-encoding": "gzip",
});
const brokenGzip = text(200, "not gzip at all", { "content-encoding": "gzip" });

/** What goes wrong once is asked again; the reason is told before. */
const transient: [string, Responder, number | RegExp][] = [
  ["cut before the headers", cutHeaders, /connection was lost/],
  ["cut in a body of known length", cutBody, /cut off/],
  ["cut in a chunked body", cutChunks, /cut off/],
  ["content-length too small", tooShort, 200],
  ["no HTTP", notHttp, /connection was lost/],
  ["half a gzip", halfGzip, 200],
  ["no gzip", brokenGzip, /cut off/],
  ["half a JSON", text(200, '{"CountryResource":{"Coun'), 200],
  ["a page", text(200, "<html>hello</html>", { "content-type": "text/html" }), 200],
  ["500 as HTML", text(500, "<html>oops</html>"), 500],
  ["500 of the backend", json(500, backendError("BackendError", "3021")), 500],
  ["502", text(502, ""), 502],
  ["503", json(503, { Error: "Service Unavailable" }), 503],
  ["504", json(504, { Error: "Gateway Timeout" }), 504],
  ["404 of somebody else", text(404, "<html>404</html>"), 404],
  ["403 of a second", json(403, { Error: "Account Over Queries Per Second Limit" }), 403],
  ["429", text(429, ""), 429],
];

describe("what a retry may cure", () => {
  test.each(transient)(
    "%s: asked again, told before, then answered",
    async (_what, bad, reason) => {
      const { ask, attempts, slept } = clientUnderTest(server);
      server.answer(bad, ok);
      expect(await ask()).toEqual({ kind: "ok", json: { fine: true } });
      const [first, second] = told(attempts);
      if (typeof reason === "number") expect(first).toBe(reason);
      else expect(first).toMatch(reason);
      expect(second).toBe(200);
      expect(slept).toHaveLength(1);
    },
  );

  test.each(transient)("%s: for ever, it is thrown after four tries", async (_what, bad) => {
    const { ask, attempts, quota, slept } = clientUnderTest(server);
    server.answer(bad);
    await expect(
      ask({ path: "/mds-references/airports", query: { offset: 101 } }),
    ).rejects.toMatchObject({
      code: "upstream_unavailable",
      message: expect.stringMatching(
        /^GET \/mds-references\/airports\?offset=101: .+ Tried 4 times\. What was read before is kept; this is asked again/,
      ),
    });
    expect(attempts).toHaveLength(4);
    expect(server.asked).toHaveLength(4);
    expect(slept).toHaveLength(3);
    // Four data calls and one for the token.
    expect(quota.reserved).toBe(5);
  });
});

describe("the time limit", () => {
  /** For data calls only, so that a slow machine does not make the token late. */
  const shortOfTime = () =>
    clientUnderTest(server, {
      timeoutMs: 50,
      fetch: (url, init) => fetch(url, url.endsWith("/token") ? { ...init, signal: null } : init),
    });

  test.each([
    ["nothing at all", neverAnswers],
    ["a body that never ends", neverEnds],
  ])("covers %s", async (_what, bad) => {
    const { ask, attempts } = shortOfTime();
    server.answer(bad);
    await expect(ask()).rejects.toThrow(/no whole answer came in time \(50 ms\)\. Tried 4 times/);
    expect(told(attempts)).toEqual(Array(4).fill("no whole answer came in time (50 ms)"));
  });

  test("passed once, the call is made again", async () => {
    const { ask, attempts } = shortOfTime();
    server.answer(neverAnswers, ok);
    expect(await ask()).toMatchObject({ kind: "ok" });
    expect(told(attempts)[0]).toMatch(/in time/);
  });
});

describe("what a retry cannot cure", () => {
  test.each([
    [
      "400",
      json(400, backendError("InputValidation", "2031", "formally incorrect")),
      /formally incorrect/,
    ],
    [
      "403 of an inactive account",
      json(403, { Error: "Account Inactive" }),
      /Account Inactive.*active on/,
    ],
    ["405", text(405, ""), /HTTP 405/],
    ["a redirect", text(302, "", { location: "http://127.0.0.1:1/elsewhere" }), /HTTP 302/],
  ])("%s is refused at once", async (_what, bad, reason) => {
    const { ask, attempts, slept } = clientUnderTest(server);
    server.answer(bad);
    expect(await ask()).toEqual({ kind: "refused", reason: expect.stringMatching(reason) });
    expect(attempts).toHaveLength(1);
    expect(slept).toEqual([]);
  });

  test("an answer over the size limit is given up at once", async () => {
    const { ask, attempts } = clientUnderTest(server, { maxBytes: 100 });
    server.answer(text(200, `"${"x".repeat(100)}"`));
    await expect(ask()).rejects.toThrow(/too large to read \(over 100 bytes\)\. Tried once/);
    expect(told(attempts)).toEqual([expect.stringMatching(/too large/)]);
  });

  test("nobody listening is a failed connection", async () => {
    const gone = await scriptedServer();
    await gone.close();
    const { ask } = clientUnderTest(gone);
    await expect(ask()).rejects.toMatchObject({
      code: "upstream_unavailable",
      message: expect.stringMatching(
        /^POST \/oauth\/token: no connection was made \(ECONNREFUSED\)\. Tried 4 times/,
      ),
    });
  });
});

describe("answers that look like failures", () => {
  test("404 of the backend: nothing there", async () => {
    const { ask, slept } = clientUnderTest(server);
    server.answer(json(404, backendError()));
    expect(await ask()).toEqual({ kind: "not_found" });
    expect(slept).toEqual([]);
  });

  test("500 of the backend, where the question asked to see it", async () => {
    const { ask, slept } = clientUnderTest(server);
    server.answer(json(500, backendError("BackendError", "3021")));
    const question = { path: "/mds-references/airports", backendErrorIsAnswer: true };
    expect(await ask(question)).toEqual({ kind: "backend_error" });
    expect(slept).toEqual([]);
  });

  test("a 504 is no answer of the backend even there", async () => {
    const { ask } = clientUnderTest(server);
    server.answer(json(504, { Error: "Gateway Timeout" }), ok);
    const question = { path: "/mds-references/airports", backendErrorIsAnswer: true };
    expect(await ask(question)).toMatchObject({ kind: "ok" });
  });
});
