import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { execute } from "@/lib/db/execute";
import { readEnv } from "@/lib/env";
import { openDatabases } from "../../../scripts/databases/open-databases";
import { checkMysql } from "../../../scripts/doctor/check-mysql";
import { look } from "../../../scripts/doctor/look";
import { testDatabase } from "../../servers/test-database";

const { url } = testDatabase();
const states = (findings: readonly { what: string; state: string }[]) =>
  Object.fromEntries(findings.map(({ what, state }) => [what, state]));

test("a database that is well has its version, clock and migrations told", async () => {
  const findings = await look(readEnv({ DATABASE_URL: url, DATA_DIR: tmpdir() }));
  expect(states(findings)).toMatchObject({
    "Node.js": "ok",
    MySQL: "ok",
    Clock: "ok",
    Migrations: "ok",
    Lufthansa: "ok",
  });
});

test("failed and missing migrations are errors", async () => {
  const migrations = async () =>
    states(await checkMysql({ databaseUrl: url, runningUrl: null, dataDir: "" })).Migrations;
  await execute(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '9_future', UTC_TIMESTAMP(3))",
  );
  expect(await migrations()).toBe("error");
  await execute("UPDATE _prisma_migrations SET finished_at = NULL WHERE id = 'x'");
  expect(await migrations()).toBe("error");
  await execute("DELETE FROM _prisma_migrations WHERE id = 'x'");
  expect(await migrations()).toBe("ok");
  await execute("DELETE FROM _prisma_migrations");
  expect(await migrations()).toBe("warning");
});

test("a database that does not answer is one error, with what to do and without the password", async () => {
  const findings = await checkMysql({
    databaseUrl: "mysql://u:topsecret@127.0.0.1:1/d",
    runningUrl: null,
    dataDir: "",
  });
  expect(findings).toEqual([
    expect.objectContaining({
      what: "MySQL",
      state: "error",
      advice: expect.stringContaining("DATABASE_URL"),
    }),
  ]);
  expect(JSON.stringify(findings)).not.toContain("topsecret");
});

test("nothing configured: nothing is started or written, and a private server that runs is looked at", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "dst-doctor-"));
  const settings = readEnv({ DATA_DIR: dataDir });
  try {
    expect(states(await look(settings))).toMatchObject({ MySQL: "ok" });
    expect(readdirSync(dataDir)).toEqual([]);
    const databases = await openDatabases({ dataDir, settings: {}, mongod: null, log: () => {} });
    try {
      expect(states(await look(settings))).toMatchObject({
        MySQL: "ok",
        Clock: "ok",
        Migrations: "warning",
      });
    } finally {
      await databases.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
