import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { addMissing } from "@/lib/db/add-missing";
import { dumpTable } from "@/lib/db/backup/dump-table";
import { listTables } from "@/lib/db/backup/list-tables";
import { withSnapshot } from "@/lib/db/backup/with-snapshot";
import { execute } from "@/lib/db/execute";
import { checkSchema } from "@/lib/db/migrate/check-schema";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { createMysqlPayloadStore } from "@/lib/db/payloads/create-mysql-payload-store";
import { closePool } from "@/lib/db/pool";
import { prisma } from "@/lib/db/prisma";
import { query } from "@/lib/db/query";
import { besideDatabase, createDatabase, dropDatabase } from "@/lib/db/throwaway-database";
import { withConnection } from "@/lib/db/with-connection";
import { overrideEnv } from "@/lib/env";
import type { PayloadEntry } from "@/lib/raw/payload-store";
import { SAMPLE_AIRPORTS } from "../../../prisma/samples";
import { backUp } from "../../../scripts/backup/back-up";
import { countLines } from "../../../scripts/backup/line-file";
import { restoreBackup } from "../../../scripts/backup/restore-backup";
import { fakePayloadStore } from "../../fakes/fake-payload-store";
import { testDatabase } from "../../servers/test-database";

const { url } = testDatabase();
const targetUrl = besideDatabase(url, "target");
const now = new Date("2026-11-23T12:00:00Z");
const BODY = Buffer.from(Array.from({ length: 512 }, (_, place) => place % 256));
let home: string;
let next = 0;

const entry = (id: string, body: Uint8Array = BODY): PayloadEntry => ({
  id: id.padEnd(36, "0"),
  stream: "airports",
  window: "list 1-100",
  runId: "r".repeat(36),
  answer: {
    path: "/x",
    query: { lang: "EN" },
    status: 200,
    headers: {},
    body,
    receivedAt: now,
    durationMs: 5,
  },
});
const folder = () => join(home, `backup-${++next}`);
const backUpHere = (to: string, mongo = null as ReturnType<typeof fakePayloadStore> | null) =>
  backUp({ databaseUrl: url, mongo, folder: to, say: () => {}, now });
const restoreThere = (from: string, force = false, store = fakePayloadStore()) =>
  restoreBackup({
    databaseUrl: targetUrl,
    store: async () => store,
    folder: from,
    force,
    say: () => {},
  });
const there = (sql: string) =>
  withConnection(targetUrl, (connection) =>
    query(z.record(z.string(), z.unknown()), sql, [], connection),
  );

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "dst-backup-"));
  await addMissing("airports", SAMPLE_AIRPORTS, "sample", now);
  await execute("UPDATE airports SET name = ?, latitude = -0.00001 WHERE airport_code = 'FRA'", [
    "Fränk\n\t\\'\"furt 🛫\u0000",
  ]);
  await createMysqlPayloadStore().save(entry("a"));
});

beforeEach(async () => {
  await dropDatabase(targetUrl, url);
  await createDatabase(targetUrl, url);
});

afterAll(async () => {
  await dropDatabase(targetUrl, url);
  rmSync(home, { recursive: true, force: true });
});

test("what was backed up comes back the same, byte by byte, in the same tables", async () => {
  const from = folder();
  const manifest = await backUpHere(from);
  expect(statSync(from).mode & 0o777).toBe(0o700);
  expect(
    readdirSync(from).every((file) => (statSync(join(from, file)).mode & 0o777) === 0o600),
  ).toBe(true);
  await restoreThere(from);

  for (const { name } of manifest.tables) {
    expect(await there(`SELECT * FROM ${name}`)).toEqual(
      await query(z.record(z.string(), z.unknown()), `SELECT * FROM ${name}`),
    );
  }
  expect(manifest.tables.find(({ name }) => name === "airports")).toMatchObject({ lines: 5 });
  expect(manifest.tables.find(({ name }) => name === "payload_bodies")).toMatchObject({ lines: 1 });
  expect(await checkSchema({ url: targetUrl })).toEqual({ schema: [], live: [] });
});

test("rows that others write while the backup is made are not in it", async () => {
  const countries = await withSnapshot(url, async (connection) => {
    await prisma().country.create({
      data: { code: "XX", source: "manual", createdAt: now, updatedAt: now },
    });
    const [table] = (await listTables(connection)).filter(({ name }) => name === "countries");
    return table ? countLines(dumpTable(connection, table)) : null;
  });
  expect(countries).toMatchObject({ lines: 0 });
  await prisma().country.deleteMany();
});

test("a database that holds something is refused unchanged, unless it is to be replaced", async () => {
  const from = folder();
  await backUpHere(from);
  await deployMigrations({ url: targetUrl });
  await restoreThere(from);
  await withConnection(targetUrl, (connection) =>
    connection.query("DELETE FROM airports WHERE airport_code <> 'FRA'"),
  );
  await expect(restoreThere(from)).rejects.toThrow(
    /not empty \(airports.*Nothing was changed.*--force/,
  );
  expect(await there("SELECT airport_code FROM airports")).toEqual([{ airport_code: "FRA" }]);
  await restoreThere(from, true);
  expect(await there("SELECT COUNT(*) AS n FROM airports")).toEqual([{ n: 5 }]);
});

test("a damaged, cut or foreign backup is refused before anything is changed", async () => {
  for (const damage of [
    (from: string) => appendFileSync(join(from, "airports.ndjson.gz"), "x"),
    (from: string) =>
      writeFileSync(
        join(from, "airports.ndjson.gz"),
        readFileSync(join(from, "airports.ndjson.gz")).subarray(0, 60),
      ),
    (from: string) => rmSync(join(from, "airports.ndjson.gz")),
    (from: string) => rmSync(join(from, "manifest.json")),
    (from: string) =>
      writeFileSync(
        join(from, "manifest.json"),
        readFileSync(join(from, "manifest.json"), "utf8").replace(
          /"checksum": "\w/,
          '"checksum": "-',
        ),
      ),
  ]) {
    const from = folder();
    await backUpHere(from);
    damage(from);
    await expect(restoreThere(from, true)).rejects.toThrow(/Nothing was changed/);
  }
  expect(await there("SHOW TABLES")).toEqual([]);
});

test("raw answers of MongoDB come along, each body once, and the ledger learns of another store", async () => {
  const mongo = fakePayloadStore();
  const entries = [entry("a"), entry("b"), entry("c", Buffer.from("other"))];
  for (const one of entries) await mongo.save(one);
  await noteInLedger(entry("a").id);
  const from = folder();
  expect((await backUpHere(from, mongo)).answers).toMatchObject({ store: "mongodb", lines: 3 });

  const target = { ...fakePayloadStore(), kind: "mysql" as const };
  overrideEnv({ DATABASE_URL: targetUrl });
  await closePool();
  try {
    await restoreThere(from, false, target);
  } finally {
    overrideEnv({ DATABASE_URL: url });
    await closePool();
  }
  for (const one of entries) expect(await target.find(one.id)).toEqual(await mongo.find(one.id));
  expect(await target.listIds(null, 10)).toHaveLength(3);
  expect(await there("SELECT store FROM window_payloads")).toEqual([{ store: "mysql" }]);
});

async function noteInLedger(payloadId: string): Promise<void> {
  const runId = "r".repeat(36);
  const run = {
    id: runId,
    stream: "airports",
    scope: "list",
    trigger: "command",
    status: "complete",
  };
  await prisma().syncRun.create({ data: { ...run, createdAt: now } });
  const window = { runId, stream: "airports", scope: "list", windowKey: "1-100", position: 0 };
  const { id } = await prisma().syncWindow.create({
    data: { ...window, plan: "{}", state: "complete" },
  });
  const noted = { payloadId, windowId: id, store: "mongodb", status: 200, hash: "h", notedAt: now };
  await prisma().windowPayload.create({ data: noted });
}

test("a folder that exists is left as it is, and one half made by a killed run is made anew", async () => {
  const to = folder();
  await backUpHere(to);
  const before = readdirSync(to);
  await expect(backUpHere(to)).rejects.toThrow(/exists already/);
  expect(readdirSync(to)).toEqual(before);
  const half = folder();
  writeFileSync(`${half}.making`, "");
  await backUpHere(half);
  expect(existsSync(`${half}.making`)).toBe(false);
});
