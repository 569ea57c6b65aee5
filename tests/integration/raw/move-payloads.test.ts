import { execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { execute } from "@/lib/db/execute";
import { createMysqlPayloadStore } from "@/lib/db/payloads/create-mysql-payload-store";
import { noteMovedPayloads } from "@/lib/db/payloads/note-moved-payloads";
import { query } from "@/lib/db/query";
import { openMongoPayloadStore } from "@/lib/raw/mongodb";
import { movePayloads } from "@/lib/raw/move-payloads";
import type { PayloadStore } from "@/lib/raw/payload-store";
import { startMongo } from "@/tests/servers/mongo-server";
import { testDatabase } from "@/tests/servers/test-database";
import { payloadEntry } from "./payload-entry";

const { url } = testDatabase();
const server = await startMongo();
const skipped = "skipped" in server ? server.skipped : null;
const root = join(import.meta.dirname, "../../..");

describe.skipIf(skipped)(`moving kept answers${skipped ? ` (${skipped})` : ""}`, () => {
  const mysql = createMysqlPayloadStore();
  let mongo: PayloadStore;
  const entries = Array.from({ length: 250 }, (_, index) => payloadEntry(`body ${index % 200}`));
  const ids = entries.map(({ id }) => id);

  beforeAll(async () => {
    if ("skipped" in server) return;
    mongo = await openMongoPayloadStore(server.uri);
    await execute(
      `INSERT INTO sync_runs (id, stream, scope, run_trigger, status, created_at)
       VALUES ('run', 'airports', 'list', 'command', 'complete', UTC_TIMESTAMP(3))`,
    );
    await execute(
      `INSERT INTO sync_windows (id, run_id, stream, scope, window_key, position, plan, state)
       VALUES (1, 'run', 'airports', 'list', '1-100', 0, '{}', 'complete')`,
    );
  });
  afterAll(async () => {
    await mongo?.close();
    if (!("skipped" in server)) await server.stop();
  });
  beforeEach(async () => {
    for (const store of [mysql, mongo]) {
      await store.remove(await store.listIds(null, 1_000));
      await store.sweep(new Date(Date.now() + 1_000));
    }
    for (const entry of entries) await mysql.save(entry);
    await execute("DELETE FROM window_payloads");
    const rows = ids.map((id) => [id, 1, "mysql", 200, "0".repeat(64), new Date()]);
    await execute(
      `INSERT INTO window_payloads (payload_id, window_id, store, status, hash, noted_at)
       VALUES ${rows.map(() => "(?)").join(", ")}`,
      rows,
    );
  });

  const move = (changes: Partial<Parameters<typeof movePayloads>[0]> = {}) =>
    movePayloads({
      from: mysql,
      to: mongo,
      noteMoved: noteMovedPayloads,
      deleteSource: false,
      now: () => new Date(),
      ...changes,
    });
  const ledger = async () => {
    const rows = await query(
      z.object({ store: z.string(), count: z.number() }),
      "SELECT store, COUNT(*) AS count FROM window_payloads GROUP BY store",
    );
    return Object.fromEntries(rows.map(({ store, count }) => [store, count]));
  };

  test("copies every answer whole, tells the ledger, and removes nothing", async () => {
    const told: number[] = [];
    const result = await move({ onProgress: ({ answers }) => told.push(answers) });
    expect(result).toEqual({
      ...{ answers: 250, copied: 250, present: 0, damaged: 0, noted: 250, removed: 0 },
      ...{ sweptBodies: 0, damagedIds: [] },
    });
    expect(told).toEqual([100, 200, 250]);
    expect(await mongo.stats()).toEqual(await mysql.stats());
    for (const id of ids.slice(0, 20)) expect(await mongo.find(id)).toEqual(await mysql.find(id));
    expect(await ledger()).toEqual({ mongodb: 250 });
    expect(await move()).toMatchObject({ copied: 0, present: 250, noted: 0 });
  });

  test("goes on where it was interrupted", async () => {
    const broken = new Error("killed");
    let saves = 0;
    const failing: PayloadStore = {
      ...mongo,
      save: (entry) => {
        saves += 1;
        return saves > 130 ? Promise.reject(broken) : mongo.save(entry);
      },
    };
    await expect(move({ to: failing, deleteSource: true })).rejects.toBe(broken);
    expect(await ledger()).toEqual({ mongodb: 100, mysql: 150 });
    const again = await move({ deleteSource: true });
    expect(again.copied + again.present).toBe(150);
    // Three whole groups of eight had arrived; of the group that broke, some were still on their way.
    expect(again.present).toBeGreaterThanOrEqual(24);
    expect(await ledger()).toEqual({ mongodb: 250 });
    expect(await mongo.listIds(null, 1_000)).toEqual(ids);
    expect(await mysql.stats()).toMatchObject({ answers: 0 });
  });

  test("with deletion the source ends empty, and a way back ends where it began", async () => {
    const inAMinute = () => new Date(Date.now() + 61_000);
    expect(await move({ deleteSource: true, now: inAMinute })).toMatchObject({
      removed: 250,
      sweptBodies: 200,
    });
    expect(await mysql.stats()).toEqual({ answers: 0, bodies: 0, bytes: 0, storedBytes: 0 });
    const back = await move({ from: mongo, to: mysql, deleteSource: true, now: inAMinute });
    expect(back).toMatchObject({ copied: 250, noted: 250, removed: 250, sweptBodies: 200 });
    expect(await ledger()).toEqual({ mysql: 250 });
  });

  test("tells damaged answers, moves the others, and never removes what did not arrive", async () => {
    const damaged = await mysql.find(ids[7] ?? "");
    await execute("UPDATE payload_bodies SET body = 'rubbish' WHERE hash = ?", [damaged?.hash]);
    const result = await move({ deleteSource: true });
    expect(result).toMatchObject({ copied: 248, damaged: 2, damagedIds: [ids[7], ids[207]] });
    expect(await mysql.listIds(null, 10)).toEqual([ids[7], ids[207]]);
    expect(await ledger()).toEqual({ mongodb: 248, mysql: 2 });
  });

  test("the command, killed half-way and called again, ends with one line of JSON", async () => {
    if ("skipped" in server) return;
    const env = { ...process.env, DATABASE_URL: url, MONGODB_URI: server.uri };
    const command = (to: string) => ["--import", "tsx", "scripts/raw-move.ts", "--to", to];
    const run = (to: string) =>
      promisify(execFile)(process.execPath, command(to), { cwd: root, env });

    const killed = spawn(process.execPath, command("mongodb"), { cwd: root, env });
    for await (const line of createInterface({ input: killed.stderr })) {
      if (line.startsWith("100 of 250 answers")) killed.kill("SIGKILL");
    }
    expect((await ledger()).mongodb).toBeGreaterThanOrEqual(100);

    const { stdout, stderr } = await run("mongodb");
    const counts = JSON.parse(stdout);
    expect(counts).toMatchObject({ from: "mysql", to: "mongodb", answers: 250, damaged: 0 });
    expect(counts.present).toBeGreaterThanOrEqual(100);
    expect(counts.present + counts.copied).toBe(250);
    expect(stderr).toContain("200 of 250 answers");
    expect(await ledger()).toEqual({ mongodb: 250 });
    await expect(run("floppy")).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("There is no store floppy."),
    });
  });
});
