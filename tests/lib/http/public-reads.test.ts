import { expect, it } from "vitest";
import { decidePublicReads } from "@/lib/http/public-reads";

it.each([
  [undefined, false, "sandbox", true],
  [undefined, true, "sandbox", true],
  [undefined, false, "lufthansa", false],
  [undefined, false, "import", false],
  [undefined, false, "replay", false],
  [undefined, false, null, true],
  // Nothing is there yet, and what comes will be licensed.
  [undefined, true, null, false],
  [true, true, "lufthansa", true],
  [false, false, "sandbox", false],
  [true, true, "unknown", true],
  [false, false, "unknown", false],
] as const)("chosen %s, credentials %s, data of %s: %s", async (...facts) => {
  const [chosen, hasCredentials, origin, expected] = facts;
  const findOrigin = async () => origin;
  expect(await decidePublicReads({ chosen, hasCredentials, findOrigin })).toBe(expected);
});

it.each([true, false])(
  "nobody reads while it is not known whose data they are (%s)",
  async (has) => {
    const findOrigin = async () => "unknown" as const;
    await expect(
      decidePublicReads({ chosen: undefined, hasCredentials: has, findOrigin }),
    ).rejects.toMatchObject({ code: "database_unavailable" });
  },
);
