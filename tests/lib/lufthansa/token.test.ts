import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  json,
  type ScriptedServer,
  scriptedServer,
  text,
  token,
} from "../../fakes/scripted-server";
import { CLIENT_SECRET, clientUnderTest, told } from "./client-under-test";

let server: ScriptedServer;
beforeEach(async () => {
  server = await scriptedServer();
  server.answer(json(200, { fine: true }));
});
afterEach(() => server.close());

const HOUR = 3_600_000;
const bearers = () => server.asked.map(({ headers }) => headers.authorization);
const refuse = json(401, { Error: "Not Authorized" });

describe("getting a token", () => {
  test("is one form with the credentials in its body, and the answer is used as Bearer", async () => {
    const { ask } = clientUnderTest(server);
    await ask();
    expect(server.tokensAsked).toMatchObject([
      {
        method: "POST",
        url: "/v1/oauth/token",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "client_id=client-1&client_secret=s3cret%2Fof%2Bthe%3Dclient&grant_type=client_credentials",
      },
    ]);
    expect(bearers()).toEqual(["Bearer token-1"]);
    expect(server.asked[0]?.headers.accept).toBe("application/json");
  });

  test("happens once for 20 questions at a time, and for those after them", async () => {
    const { ask, quota } = clientUnderTest(server);
    await Promise.all(Array.from({ length: 20 }, () => ask()));
    await ask();
    expect(server.tokensAsked).toHaveLength(1);
    expect(server.asked).toHaveLength(21);
    expect(quota.reserved).toBe(22);
  });

  test("that failed for all who waited is tried anew by the next", async () => {
    const { ask } = clientUnderTest(server, { tries: 1 });
    server.answerToken(text(503, ""), token("token-2"));
    const results = await Promise.allSettled([ask(), ask(), ask()]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(server.tokensAsked).toHaveLength(1);
    expect(await ask()).toMatchObject({ kind: "ok" });
  });

  test("is retried like any call, and never told as an answer", async () => {
    const { ask, attempts } = clientUnderTest(server);
    server.answerToken(text(504, ""), text(200, "<html>"), token("token-3"));
    expect(await ask()).toMatchObject({ kind: "ok" });
    expect(server.tokensAsked).toHaveLength(3);
    expect(told(attempts)).toEqual([200]);
  });
});

describe("the life of a token", () => {
  test.each([
    ["6 hours", 21_600, 6 * HOUR],
    ["36 hours", 129_600, 36 * HOUR],
    ["36 hours as a text", "129600", 36 * HOUR],
  ])("of %s ends a minute early, counted from the asking", async (_what, expiresIn, lifeMs) => {
    const { ask, letPass } = clientUnderTest(server);
    server.answerToken(token("first", expiresIn), token("second", expiresIn));
    await ask();
    letPass(lifeMs - 60_001);
    await ask();
    expect(server.tokensAsked).toHaveLength(1);
    letPass(1);
    await ask();
    expect(server.tokensAsked).toHaveLength(2);
    expect(bearers()).toEqual(["Bearer first", "Bearer first", "Bearer second"]);
  });

  test("that is short has a shorter margin", async () => {
    const { ask, letPass } = clientUnderTest(server);
    server.answerToken(token("first", 100));
    await ask();
    letPass(89_999);
    await ask();
    expect(server.tokensAsked).toHaveLength(1);
    letPass(1);
    await ask();
    expect(server.tokensAsked).toHaveLength(2);
  });

  test("that is not said is taken for a minute", async () => {
    const { ask, letPass } = clientUnderTest(server);
    server.answerToken(json(200, { access_token: "first" }));
    await ask();
    letPass(53_999);
    await ask();
    expect(server.tokensAsked).toHaveLength(1);
    letPass(1);
    await ask();
    expect(server.tokensAsked).toHaveLength(2);
  });
});

describe("a token that is refused", () => {
  test("when just issued has a second chance at once", async () => {
    const { ask, attempts, slept } = clientUnderTest(server);
    server.answer(refuse, json(200, { fine: true }));
    expect(await ask()).toMatchObject({ kind: "ok" });
    expect(server.tokensAsked).toHaveLength(1);
    expect(told(attempts)).toEqual([401, 200]);
    expect(slept).toEqual([]);
  });

  test("after it worked is replaced once, for all who ask at the time", async () => {
    const { ask } = clientUnderTest(server);
    server.answerToken(token("old"), token("new"));
    await ask();
    server.answer((response, request) => {
      const isNew = request.headers.authorization === "Bearer new";
      (isNew ? json(200, { fine: true }) : refuse)(response, request);
    });
    const readings = await Promise.all(Array.from({ length: 10 }, () => ask()));
    expect(readings.every(({ kind }) => kind === "ok")).toBe(true);
    expect(server.tokensAsked).toHaveLength(2);
  });

  test("twice when just issued refuses the question, and the next question begins with another", async () => {
    const { ask, attempts } = clientUnderTest(server);
    server.answerToken(token("bad"), token("good"));
    server.answer(refuse, refuse, json(200, { fine: true }));
    expect(await ask()).toEqual({
      kind: "refused",
      reason: expect.stringMatching(/^GET .+ token was refused \(HTTP 401\)/),
    });
    expect(told(attempts)).toEqual([401, 401]);
    expect(await ask()).toMatchObject({ kind: "ok" });
    expect(bearers().at(-1)).toBe("Bearer good");
  });

  test("in place of an old one has its own second chance, and that is all", async () => {
    const { ask } = clientUnderTest(server);
    server.answerToken(token("old"), token("new"));
    await ask();
    server.answer(refuse);
    expect(await ask()).toMatchObject({ kind: "refused" });
    expect(bearers().slice(1)).toEqual(["Bearer old", "Bearer new", "Bearer new"]);
  });
});

test("a path that always says 401 ends its question, although the token works elsewhere", async () => {
  const { ask } = clientUnderTest(server);
  server.answerToken(token("a"), token("b"), token("c"), token("d"));
  server.answer((response, request) => {
    if (request.url !== "/v1/never") return json(200, {})(response, request);
    void ask({ path: "/works" }).then(() => refuse(response, request));
  });
  expect(await ask({ path: "/never" })).toMatchObject({ kind: "refused" });
  expect(server.asked.filter(({ url }) => url === "/v1/never")).toHaveLength(3);
});

describe("credentials", () => {
  test.each([400, 401])(
    "that are refused with %i end the question with a clear word",
    async (status) => {
      const { ask, client } = clientUnderTest(server);
      server.answerToken(json(status, { error: `invalid_client ${CLIENT_SECRET}` }));
      const refused = {
        kind: "refused",
        reason: `POST /oauth/token: the credentials were refused (HTTP ${status}). Nothing was asked; correct LUFTHANSA_CLIENT_ID and LUFTHANSA_CLIENT_SECRET and start the run again.`,
      };
      expect(await ask()).toEqual(refused);
      expect(await client.signIn()).toEqual(refused);
      expect(server.asked).toEqual([]);
    },
  );

  test("of an inactive account are told apart from wrong ones", async () => {
    const { client } = clientUnderTest(server);
    server.answerToken(json(403, { Error: "Account Inactive" }));
    expect(await client.signIn()).toMatchObject({
      kind: "refused",
      reason: expect.stringMatching(/account may be inactive.*HTTP 403/),
    });
  });

  test("that are right sign in", async () => {
    const { client } = clientUnderTest(server);
    expect(await client.signIn()).toEqual({ kind: "ok" });
  });

  test("answered without a token are no reason to guess", async () => {
    const { client } = clientUnderTest(server);
    server.answerToken(json(200, { token: "under-another-name" }));
    const outcome = client.signIn();
    await expect(outcome).rejects.toThrow(/holds no access_token/);
    await expect(outcome).rejects.not.toThrow(/under-another-name/);
  });
});
