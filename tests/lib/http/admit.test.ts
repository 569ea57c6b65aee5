import { expect, it } from "vitest";
import type { Caller } from "@/lib/auth/caller";
import { AppError } from "@/lib/errors";
import { callLimiter } from "@/lib/http/call-limiter";
import { fakeServePorts } from "@/tests/fakes/fake-serve-ports";
import { askThing } from "@/tests/fakes/thing-endpoints";

const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
const left = ({ headers }: Response) => headers.get("ratelimit-remaining");
const limited = (findCaller: () => Promise<Caller | null>, points = 2) =>
  fakeServePorts({ findCaller, limiter: callLimiter(points, 60) });
const holder = (keyId: string, id = "7"): Caller => ({
  ...{ id, email: "a@x.org", name: "A", role: "viewer" },
  key: { id: keyId, scopes: ["read"] },
});

it("a wrong key counts by address, and is refused as too many like any other call", async () => {
  const ports = limited(async () => {
    throw new AppError("unauthenticated", "No such key.");
  });
  const ask = () => askThing("", { ports, ...from("192.0.2.1") });
  expect([await ask(), await ask(), await ask()].map(({ status }) => status)).toEqual([
    401, 401, 429,
  ]);
  expect((await askThing("", { ports, ...from("192.0.2.2") })).status).toBe(401);
});

it("a database that cannot tell who asks is counted too, and told", async () => {
  const ports = limited(async () => {
    throw new AppError("database_unavailable", "Away.");
  });
  const response = await askThing("", { ports, ...from("192.0.2.1") });
  expect(response.status).toBe(503);
  expect(left(response)).toBe("1");
});

it("each key counts for itself, wherever it is used from", async () => {
  let who = holder("k1");
  const ports = limited(async () => who);
  await askThing("", { ports, ...from("192.0.2.1") });
  const elsewhere = await askThing("", { ports, ...from("192.0.2.2") });
  expect(left(elsewhere)).toBe("0");
  who = holder("k2");
  expect(left(await askThing("", { ports, ...from("192.0.2.1") }))).toBe("1");
  who = { ...holder("k1"), key: null };
  expect(left(await askThing("", { ports, ...from("192.0.2.1") }))).toBe("1");
});

it("what is left is told with every answer: held already, wrong, refused", async () => {
  const ports = fakeServePorts({ limiter: callLimiter(10, 60) });
  const answers = [
    await askThing("", { ports, headers: { "if-none-match": "*" } }),
    await askThing("?limit=0", { ports }),
    await askThing("", { ports, code: "x" }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([304, 400, 400]);
  expect(answers.map(left)).toEqual(["9", "8", "7"]);
});
