import { beforeEach, expect, test } from "vitest";
import { execute } from "@/lib/db/execute";
import { claimOrigin, findOrigin } from "@/lib/db/origin";
import { testDatabase } from "../../servers/test-database";

testDatabase();
beforeEach(() => execute("DELETE FROM data_origin"));

const sandbox = { kind: "sandbox", id: "sandbox" } as const;
const lufthansa = { kind: "lufthansa", id: "lufthansa:0123456789abcdef" } as const;
const otherKey = { kind: "lufthansa", id: "lufthansa:fedcba9876543210" } as const;

test("an empty database has no origin, and takes the first that is claimed", async () => {
  expect(await findOrigin()).toBeNull();
  await claimOrigin(sandbox);
  await claimOrigin(sandbox);
  expect(await findOrigin()).toEqual(sandbox);
});

test.each([
  { held: sandbox, offered: lufthansa },
  { held: lufthansa, offered: sandbox },
  { held: lufthansa, offered: otherKey },
])("data of $held.id and $offered.id do not mix", async ({ held, offered }) => {
  await claimOrigin(held);
  await expect(claimOrigin(offered)).rejects.toMatchObject({
    code: "origin_refused",
    message: expect.stringMatching(/nothing was changed.*another DATA_DIR or DATABASE_URL/),
  });
  expect(await findOrigin()).toEqual(held);
});

test("when many claim at once, all of one origin win and all of the others are refused", async () => {
  const claims = Array.from({ length: 20 }, (_, index) => (index % 2 ? sandbox : lufthansa));
  const results = await Promise.allSettled(claims.map(claimOrigin));
  const held = await findOrigin();
  const won = claims.filter((_, index) => results[index]?.status === "fulfilled");
  expect(won).toHaveLength(10);
  expect(won.every(({ id }) => id === held?.id)).toBe(true);
});
