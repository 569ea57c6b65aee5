import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { askDatabaseServer } from "@/lib/db/database-server";
import { execute } from "@/lib/db/execute";
import { closePool } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { query } from "@/lib/db/query";
import { transaction } from "@/lib/db/transaction";
import { overrideEnv } from "@/lib/env";
import { testDatabase } from "../../servers/test-database";

const { url } = testDatabase();

beforeAll(async () => {
  await execute(
    "CREATE TABLE thing (id INT PRIMARY KEY, big BIGINT, price DECIMAL(8, 5), at DATETIME(3), word VARCHAR(3))",
  );
});

afterEach(async () => {
  await execute("DELETE FROM thing");
});

describe("query", () => {
  test("gives numbers for BIGINT and DECIMAL, and Dates in UTC both ways", async () => {
    const at = new Date("2026-03-29T01:30:00.123Z");
    expect(
      await execute("INSERT INTO thing VALUES (1, 9007199254740991, 50.03306, ?, 'abc')", [at]),
    ).toMatchObject({ affectedRows: 1 });
    const row = z.strictObject({
      id: z.number(),
      big: z.number(),
      price: z.number(),
      at: z.date(),
      hour: z.string(),
    });
    expect(
      await query(
        row,
        "SELECT id, big, price, at, DATE_FORMAT(at, '%H:%i') AS hour FROM thing WHERE id = ?",
        [1],
      ),
    ).toEqual([{ id: 1, big: 9007199254740991, price: 50.03306, at, hour: "01:30" }]);
  });

  test("refuses a row of another shape and names column and statement", async () => {
    await execute("INSERT INTO thing (id) VALUES (1)");
    const wrong = query(
      z.object({ id: z.number(), word: z.string() }),
      "SELECT id, word FROM thing",
    );
    await expect(wrong).rejects.toThrow(
      /A row is not as expected[\s\S]*word[\s\S]*SELECT id, word FROM thing/,
    );
  });

  test("refuses a number that JavaScript cannot hold, instead of rounding it", async () => {
    await execute("INSERT INTO thing (id, big) VALUES (1, 9007199254740993)");
    await expect(query(z.object({ big: z.number() }), "SELECT big FROM thing")).rejects.toThrow();
  });

  test("works in sessions that are strict, group fully and are in UTC", async () => {
    await expect(execute("INSERT INTO thing (id, word) VALUES (1, 'four')")).rejects.toThrow(
      /too long/,
    );
    await expect(
      query(z.unknown(), "SELECT word, COUNT(*) FROM thing GROUP BY id % 2"),
    ).rejects.toThrow();
    expect(await askDatabaseServer(url)).toMatchObject({ timeZone: "+00:00" });
  });

  test("Prisma and the driver read the same instant", async () => {
    const at = new Date("2026-10-25T00:30:00.500Z");
    await prisma().lease.create({ data: { name: "both", owner: "test", until: at } });
    expect(await query(z.object({ until: z.date() }), "SELECT until FROM leases")).toEqual([
      { until: at },
    ]);
    expect(await prisma().lease.findUnique({ where: { name: "both" } })).toMatchObject({
      until: at,
    });
  });

  test("Prisma reads large and broken numbers through the same connections", async () => {
    await prisma().dataVersion.update({ where: { id: 1 }, data: { version: 9007199254740991n } });
    expect(await prisma().dataVersion.findUnique({ where: { id: 1 } })).toEqual({
      id: 1,
      version: 9007199254740991n,
    });
    const times = { createdAt: new Date(), updatedAt: new Date() };
    await prisma().airport.create({
      data: { airportCode: "FRA", source: "manual", latitude: 50.03306, ...times },
    });
    const airport = await prisma().airport.findUnique({ where: { airportCode: "FRA" } });
    expect(airport?.latitude?.toNumber()).toBe(50.03306);
  });
});

describe("transaction", () => {
  test("rolls everything back when its work throws", async () => {
    const failing = transaction(async (connection) => {
      await execute("INSERT INTO thing (id) VALUES (1)", [], connection);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await query(z.unknown(), "SELECT * FROM thing")).toEqual([]);
  });

  test("does the work again after a real deadlock, and both ends are kept", async () => {
    await execute("INSERT INTO thing (id, big) VALUES (1, 0), (2, 0)");
    const meet = meetingOfTwo();
    let tries = 0;
    const raise = (first: number, second: number) =>
      transaction(async (connection) => {
        tries += 1;
        await execute("UPDATE thing SET big = big + 1 WHERE id = ?", [first], connection);
        await meet();
        await execute("UPDATE thing SET big = big + 1 WHERE id = ?", [second], connection);
      });
    await Promise.all([raise(1, 2), raise(2, 1)]);
    expect(tries).toBe(3);
    expect(await query(z.object({ big: z.number() }), "SELECT big FROM thing")).toEqual([
      { big: 2 },
      { big: 2 },
    ]);
  });

  test("whose connection is killed says so, and the next one works", async () => {
    const killed = transaction(async (connection) => {
      await execute("INSERT INTO thing (id) VALUES (1)", [], connection);
      await execute("KILL CONNECTION ?", [connection.threadId]);
      await execute("INSERT INTO thing (id) VALUES (2)", [], connection);
    });
    await expect(killed).rejects.toMatchObject({ code: "database_unavailable" });
    expect(
      await transaction((connection) => query(z.unknown(), "SELECT * FROM thing", [], connection)),
    ).toEqual([]);
  });

  test("gives up after six tries", async () => {
    const sleep = vi.fn(async () => undefined);
    const deadlock = Object.assign(new Error("Deadlock found"), { errno: 1213 });
    const work = vi.fn(async () => {
      throw deadlock;
    });
    await expect(transaction(work, sleep)).rejects.toBe(deadlock);
    expect(work).toHaveBeenCalledTimes(6);
    expect(sleep).toHaveBeenCalledTimes(5);
  });
});

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

  test("and back again is used again by pool and Prisma", async () => {
    expect(await query(z.object({ one: z.number() }), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(await prisma().user.count()).toBe(0);
  });
});

/** Resolves for the first two callers when both are there, and at once for all later ones. */
function meetingOfTwo(): () => Promise<void> {
  let here = 0;
  let open: () => void;
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    here += 1;
    if (here === 2) open();
    return both;
  };
}
