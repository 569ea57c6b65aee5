import { expect, test } from "vitest";
import { reachSource } from "@/lib/lufthansa/reach-source";
import { json, scriptedServer } from "../../fakes/scripted-server";

const reach = (baseUrl: string) => reachSource({ baseUrl, fetch, timeoutMs: 500 });

test("whatever is answered, the source is there; no token is shown", async () => {
  const server = await scriptedServer();
  server.answer(json(403, { Error: "Not Authorized" }));
  await expect(reach(`${server.baseUrl}/v1`)).resolves.toBeUndefined();
  expect(server.asked.map(({ url }) => url)).toEqual(["/_sandbox/about"]);
  expect(server.asked[0]?.headers.authorization).toBeUndefined();
  await server.close();
});

test("a source that is down is said to be down", async () => {
  const server = await scriptedServer();
  await server.close();
  await expect(reach(server.baseUrl)).rejects.toMatchObject({ code: "upstream_unavailable" });
});

test("the real host is asked for its root alone", async () => {
  const asked: string[] = [];
  const fake = async (url: string) => {
    asked.push(url);
    return new Response("", { status: 404 });
  };
  await reachSource({ baseUrl: "https://api.lufthansa.com/v1", fetch: fake, timeoutMs: 500 });
  expect(asked).toEqual(["https://api.lufthansa.com/"]);
});
