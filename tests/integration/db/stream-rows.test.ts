import { beforeAll, describe, expect, inject, it } from "vitest";
import { execute } from "@/lib/db/execute";
import { closePool } from "@/lib/db/pool";
import { streamRows } from "@/lib/db/stream-rows";
import { overrideEnv } from "@/lib/env";
import { startTcpProxy } from "@/tests/servers/tcp-proxy";
import { testDatabase } from "@/tests/servers/test-database";

const database = testDatabase();
const never = new AbortController().signal;
const ROWS = 40_000;

beforeAll(async () => {
  await execute(
    "CREATE TABLE counted (id INT PRIMARY KEY, text VARCHAR(400) NOT NULL, at DATETIME(3))",
  );
  await execute("INSERT INTO counted VALUES (0, REPEAT('x', 400), '2030-05-01 08:50:00.123')");
  for (let stored = 1; stored < ROWS; stored *= 2) {
    await execute(
      `INSERT INTO counted SELECT id + ${stored}, text, at FROM counted WHERE id + ${stored} < ${ROWS}`,
    );
  }
});

const all = (signal = never) =>
  streamRows({ sql: "SELECT * FROM counted WHERE id >= ? ORDER BY id", params: [0] }, signal);

describe("streamRows", () => {
  it("gives each row once and in order, instants as text", async () => {
    let expected = 0;
    for await (const rows of all()) {
      expect(rows.length).toBeLessThanOrEqual(500);
      for (const { id } of rows) expect(id).toBe(expected++);
      expect(rows[0]?.at).toBe("2030-05-01 08:50:00.123");
    }
    expect(expected).toBe(ROWS);
  });

  it("throws what is wrong with a statement", async () => {
    await expect(streamRows({ sql: "SELECT nothing", params: [] }, never).next()).rejects.toThrow(
      /nothing/,
    );
  });

  it("throws the signal's reason where it ended before or within", async () => {
    await expect(all(AbortSignal.abort(new Error("gone"))).next()).rejects.toThrow("gone");
    const gone = new AbortController();
    const rows = all(gone.signal);
    await rows.next();
    gone.abort(new Error("gone"));
    await expect(rows.next()).rejects.toThrow("gone");
  });

  it("says that the database is away, at the beginning and in the middle, also where it is left then", async () => {
    const address = new URL(inject("databaseServer"));
    const proxy = await startTcpProxy(Number(address.port), address.hostname);
    const through = new URL(database.url);
    through.hostname = "127.0.0.1";
    through.port = String(proxy.port);
    await closePool();
    overrideEnv({ DATABASE_URL: through.href });
    const [read, left] = [all(), all()];
    await read.next();
    await left.next();
    await proxy.interrupt();
    await left.return(undefined);
    const readOn = async () => {
      for await (const _ of read);
    };
    const away = { code: "database_unavailable" };
    await expect(readOn()).rejects.toMatchObject(away);
    await expect(all().next()).rejects.toMatchObject(away);
    overrideEnv({ DATABASE_URL: database.url });
    const again = all();
    expect((await again.next()).value).toHaveLength(500);
    await again.return(undefined);
  });
});
