import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { type Migration, readMigrations } from "@/lib/db/migrate/read-migrations";
import { resolveMigration } from "@/lib/db/migrate/resolve";
import { migrationStatus } from "@/lib/db/migrate/status";
import { query } from "@/lib/db/query";
import { besideDatabase, createDatabase, dropDatabase } from "@/lib/db/throwaway-database";
import { withConnection } from "@/lib/db/with-connection";
import { testDatabase } from "../../servers/test-database";

const { url } = testDatabase();

async function inEmptyDatabase(work: (emptyUrl: string) => Promise<void>): Promise<void> {
  const emptyUrl = besideDatabase(url, "own");
  await createDatabase(emptyUrl, url);
  try {
    await work(emptyUrl);
  } finally {
    await dropDatabase(emptyUrl, url);
  }
}

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash("sha256").update(sql).digest("hex"),
});

test("the migrations run once, and a second time there is nothing to do", async () => {
  const names = readMigrations().map(({ name }) => name);
  expect(await deployMigrations({ url })).toEqual([]);
  expect(await migrationStatus({ url })).toMatchObject({ onDisk: names.length, upToDate: true });

  const rows = await query(
    z.object({
      migration_name: z.string(),
      checksum: z.string(),
      finished: z.number(),
      applied_steps_count: z.number(),
      logs: z.null(),
      rolled_back_at: z.null(),
    }),
    "SELECT migration_name, checksum, finished_at >= started_at AS finished, applied_steps_count, logs, rolled_back_at FROM _prisma_migrations ORDER BY started_at",
  );
  expect(rows.map((row) => row.migration_name)).toEqual(names);
  expect(rows[0]).toMatchObject({
    checksum: readMigrations()[0]?.checksum,
    finished: 1,
    applied_steps_count: 1,
  });
});

test("two that deploy at once apply each migration once", async () => {
  await inEmptyDatabase(async (emptyUrl) => {
    const slow = [migration("1_slow", "CREATE TABLE slow (id INT); DO SLEEP(0.5);")];
    const applied = await Promise.all(
      [1, 2, 3].map(() => deployMigrations({ url: emptyUrl, files: slow })),
    );
    expect(applied.flat()).toEqual(["1_slow"]);
  });
});

test("a migration that fails says what happened, is refused from then on, and can be resolved", async () => {
  await inEmptyDatabase(async (emptyUrl) => {
    const broken = [
      migration("1_good", "CREATE TABLE good (id INT)"),
      migration("2_bad", "CREATE TABLE half (id INT); CREATE TABLE good (id INT)"),
    ];
    await expect(deployMigrations({ url: emptyUrl, files: broken })).rejects.toThrow(
      /2_bad failed: Table 'good' already exists[\s\S]*resolve --rolled-back 2_bad/,
    );
    await expect(deployMigrations({ url: emptyUrl, files: broken })).rejects.toThrow(
      /2_bad failed before: Table 'good' already exists/,
    );
    expect(await migrationStatus({ url: emptyUrl, files: broken })).toMatchObject({
      upToDate: false,
      failed: [{ name: "2_bad" }],
      pending: [],
    });

    const mended = [
      broken[0] as Migration,
      migration("2_bad", "DROP TABLE half; CREATE TABLE whole (id INT)"),
    ];
    await resolveMigration({ url: emptyUrl, files: mended, name: "2_bad", as: "rolled_back" });
    expect(await deployMigrations({ url: emptyUrl, files: mended })).toEqual(["2_bad"]);
    await expect(
      resolveMigration({ url: emptyUrl, files: mended, name: "2_bad", as: "applied" }),
    ).rejects.toThrow(/applied already/);
  });
});

test("a migration finished by hand counts as applied", async () => {
  await inEmptyDatabase(async (emptyUrl) => {
    const files = [migration("1_bad", "SELECT nothing")];
    await expect(deployMigrations({ url: emptyUrl, files })).rejects.toThrow(/1_bad failed/);
    await resolveMigration({ url: emptyUrl, files, name: "1_bad", as: "applied" });
    expect(await deployMigrations({ url: emptyUrl, files })).toEqual([]);
    await expect(
      resolveMigration({ url: emptyUrl, files, name: "9_none", as: "applied" }),
    ).rejects.toThrow(/no migration 9_none/);
    await expect(
      resolveMigration({ url: emptyUrl, files, name: "9_none", as: "rolled_back" }),
    ).rejects.toThrow(/did not fail/);
  });
});

test("a file that was changed after it was applied is noticed", async () => {
  await inEmptyDatabase(async (emptyUrl) => {
    await deployMigrations({ url: emptyUrl, files: [migration("1_a", "CREATE TABLE a (id INT)")] });
    const edited = [migration("1_a", "CREATE TABLE a (id BIGINT)")];
    const said: string[] = [];
    expect(
      await deployMigrations({ url: emptyUrl, files: edited, log: (line) => said.push(line) }),
    ).toEqual([]);
    expect(said.join()).toMatch(/1_a was changed after it was applied/);
    expect(await migrationStatus({ url: emptyUrl, files: edited })).toMatchObject({
      upToDate: false,
      edited: ["1_a"],
    });
  });
});

test("a database of a newer version, and one with tables of somebody else, are refused unchanged", async () => {
  await inEmptyDatabase(async (emptyUrl) => {
    await deployMigrations({
      url: emptyUrl,
      files: [migration("2_new", "CREATE TABLE a (id INT)")],
    });
    await expect(
      deployMigrations({ url: emptyUrl, files: [migration("1_a", "DROP TABLE a")] }),
    ).rejects.toThrow(/newer version .*2_new/);
  });
  await inEmptyDatabase(async (emptyUrl) => {
    await withConnection(emptyUrl, (connection) =>
      connection.query("CREATE TABLE theirs (id INT)"),
    );
    await expect(deployMigrations({ url: emptyUrl })).rejects.toThrow(/not empty \(theirs …\)/);
    expect(await migrationStatus({ url: emptyUrl })).toMatchObject({ upToDate: false, failed: [] });
  });
});
