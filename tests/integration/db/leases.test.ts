import { describe, expect, it } from "vitest";
import { execute } from "@/lib/db/execute";
import { takeLease } from "@/lib/db/leases";
import { testDatabase } from "../../servers/test-database";

testDatabase();

const take = (name: string, owner: string, isOwnerDead?: (owner: string) => boolean) =>
  takeLease({ name, owner, seconds: 30, ...(isOwnerDead ? { isOwnerDead } : {}) });

describe("a named lease", () => {
  it("has one holder of ten who want it at the same time", async () => {
    const owners = Array.from({ length: 10 }, (_, at) => `owner ${at}`);
    const got = await Promise.all(owners.map((owner) => take("rush", owner)));
    expect(got.filter(Boolean)).toHaveLength(1);
  });

  it("stays with its holder, who may renew it, until it is over or its holder is known to be dead", async () => {
    expect(await take("jobs", "one")).toBe(true);
    expect(await take("jobs", "one")).toBe(true);
    expect(await take("jobs", "two")).toBe(false);
    expect(await take("jobs", "two", (owner) => owner === "one")).toBe(true);
    expect(await take("jobs", "one")).toBe(false);

    await execute("UPDATE leases SET `until` = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND");
    expect(await take("jobs", "one")).toBe(true);
  });
});
