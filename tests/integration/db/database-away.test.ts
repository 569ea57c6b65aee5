import { describe, expect, test } from "vitest";
import { z } from "zod";
import { askDatabaseServer } from "@/lib/db/database-server";
import { execute } from "@/lib/db/execute";
import { closePool } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { query } from "@/lib/db/query";
import { transaction } from "@/lib/db/transaction";
import { overrideEnv } from "@/lib/env";
import { cutAfter } from "../../servers/cut-after";
import { testDatabase } from "../../servers/test-database";

const { url } = testDatabase();

describe("a database that is not there", () => {
  const changed = (change: Partial<URL>) => Object.assign(new URL(url), change).href;

  test("is database_unavailable, for the driver and for Prisma", async () => {
    await closePool();
    overrideEnv({ DATABASE_URL: changed({ port: "1", password: "topsecret" }) });
    try {
      const attempts = await Promise.allSettled([
        query(z.unknown(), "SELECT 1"),
        execute("DO 1"),
        transaction(async () => 1),
        prisma().user.count(),
        prisma().$transaction([prisma().user.count()]),
      ]);
      for (const attempt of attempts) {
        expect(attempt).toMatchObject({
          status: "rejected",
          reason: { code: "database_unavailable", retryAfterSeconds: 5 },
        });
        expect(JSON.stringify(attempt)).not.toContain("topsecret");
      }
    } finally {
      await closePool();
      overrideEnv({ DATABASE_URL: url });
    }
  });

  test.each([
    ["a wrong password", { password: "topsecret" }, /user or password are wrong/],
    ["a database that does not exist", { pathname: "/dst_airlines_none" }, /does not exist/],
    ["somebody else's database", { pathname: "/mysql" }, /may not use this database/],
    ["no server", { port: "1" }, /ECONNREFUSED/],
  ] as const)("is explained: %s", async (_, change, message) => {
    const error: unknown = await askDatabaseServer(changed(change)).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({
      code: "database_unavailable",
      message: expect.stringMatching(message),
    });
    expect(String(error)).not.toContain("topsecret");
  });

  test("that is lost at any moment of connecting costs an error and never the process", async () => {
    const lost: unknown[] = [];
    const note = (reason: unknown) => lost.push(reason);
    process.on("unhandledRejection", note);
    try {
      for (const bytes of [130, 140, 150, 160, 170, 180]) {
        const proxy = await cutAfter(bytes, Number(new URL(url).port));
        await closePool();
        overrideEnv({ DATABASE_URL: changed({ port: String(proxy.port) }) });
        await query(z.unknown(), "SELECT 1").catch(() => undefined);
        proxy.close();
      }
      expect(lost).toEqual([]);
    } finally {
      await closePool();
      overrideEnv({ DATABASE_URL: url });
      process.off("unhandledRejection", note);
    }
  });

  test("and back again is used again by pool and Prisma", async () => {
    expect(await query(z.object({ one: z.number() }), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(await prisma().user.count()).toBe(0);
  });
});
