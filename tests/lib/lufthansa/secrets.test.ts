import { inspect } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  json,
  type Responder,
  type ScriptedServer,
  scriptedServer,
  text,
  token,
} from "../../fakes/scripted-server";
import { CLIENT_SECRET, clientUnderTest } from "./client-under-test";

const TOKEN = "t0ken-that-nobody-may-see";
let server: ScriptedServer;
beforeEach(async () => {
  server = await scriptedServer();
  server.answerToken(token(TOKEN));
});
afterEach(() => server.close());

/** A server that quotes whatever it is sent, as debugging proxies do. */
const echo =
  (status: number): Responder =>
  (response, request) =>
    json(status, { Error: `no: ${request.headers.authorization} ${request.body}` })(
      response,
      request,
    );
const cut: Responder = (response) => response.destroy();

/** Everything that leaves the client, in full depth; what the server itself put into a body is not ours. */
async function everythingTold(under: ReturnType<typeof clientUnderTest>): Promise<string> {
  const end = await under.ask().then(
    (reading) => reading,
    (error: unknown) => error,
  );
  const attempts = under.attempts.map((one) =>
    one.kind === "answer" ? { ...one.answer, body: null } : one,
  );
  return inspect([end, attempts, under.logged, under.client], {
    depth: 20,
    showHidden: true,
    maxStringLength: Number.POSITIVE_INFINITY,
  });
}

const endings: [string, Responder][] = [
  ["an answer", json(200, {})],
  ...[302, 400, 401, 403, 404, 429, 500, 503].map((status): [string, Responder] => [
    `an echoing ${status}`,
    echo(status),
  ]),
  [
    "a page that quotes",
    (response, request) => text(200, `<p>${request.headers.authorization}</p>`)(response, request),
  ],
  ["a cut connection", cut],
];

test.each(endings)(
  "neither secret nor token shows after %s to a question",
  async (_what, ending) => {
    const under = clientUnderTest(server);
    server.answer(ending);
    const everything = await everythingTold(under);
    expect(server.asked[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(everything).not.toContain(CLIENT_SECRET);
    expect(everything).not.toContain(TOKEN);
  },
);

test.each(endings)(
  "the secret does not show after %s to the request for a token",
  async (_what, ending) => {
    const under = clientUnderTest(server);
    server.answerToken(ending);
    const everything = await everythingTold(under);
    const sent = new URLSearchParams(server.tokensAsked[0]?.body);
    expect(sent.get("client_secret")).toBe(CLIENT_SECRET);
    expect(everything).not.toContain("s3cret");
  },
);

test("a redirect is not followed with the credentials", async () => {
  const elsewhere = await scriptedServer();
  const redirect = text(307, "", { location: `${elsewhere.baseUrl}/oauth/token` });
  server.answerToken(redirect);
  const under = clientUnderTest(server);
  expect(await under.ask()).toMatchObject({ kind: "refused" });
  expect(elsewhere.tokensAsked).toEqual([]);
  await elsewhere.close();
});
