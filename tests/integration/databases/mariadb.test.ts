import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { query } from "@/lib/db/query";
import { withConnection } from "@/lib/db/with-connection";
import { privateServers } from "../../servers/private-servers";

const { home, open, opener, usedDataDir, servers, answers } = privateServers();

test("a private server is ours alone, in UTC and strict, with its data under DATA_DIR and a secret password", async () => {
  const dataDir = usedDataDir();
  const databases = await open(dataDir);
  expect(databases).toMatchObject({ started: ["mysql"], mongodbUri: null });
  const variables = z.object({
    tz: z.string(),
    mode: z.string(),
    charset: z.string(),
    address: z.string(),
    socket: z.string(),
    durable: z.number(),
  });
  const [server] = await withConnection(databases.databaseUrl, (connection) =>
    query(
      variables,
      "SELECT @@global.time_zone AS tz, @@global.sql_mode AS mode, @@character_set_database AS charset, @@bind_address AS address, @@socket AS socket, @@innodb_flush_log_at_trx_commit AS durable",
      [],
      connection,
    ),
  );
  expect(server).toMatchObject({
    tz: "+00:00",
    mode: expect.stringMatching(/ONLY_FULL_GROUP_BY.*STRICT_TRANS_TABLES/),
    charset: "utf8mb4",
    address: "127.0.0.1",
    socket: "",
    durable: 1,
  });

  const { password } = new URL(databases.databaseUrl);
  expect(password).toHaveLength(32);
  expect(JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8"))).toEqual({
    mysql_password: password,
  });
  expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(existsSync(join(dataDir, "run", "mysql-init.sql"))).toBe(false);
  for (const user of ["root", "dst_airlines"]) {
    const without = Object.assign(new URL(databases.databaseUrl), { username: user, password: "" });
    expect(await answers(without.href)).toBe(false);
  }
});

test("closing stops it, and a second start finds data and port again", async () => {
  const dataDir = usedDataDir();
  const first = await open(dataDir);
  await first.close();
  expect(servers(dataDir)).toEqual([]);
  const second = await open(dataDir);
  expect(second).toMatchObject({ databaseUrl: first.databaseUrl, started: ["mysql"] });
  const tables = await withConnection(second.databaseUrl, (connection) =>
    query(z.object({ id: z.number() }), "SELECT id FROM kept", [], connection),
  );
  expect(tables).toEqual([]);
});

test("an orphan of a kill -9 is taken over, and stopped at the end", async () => {
  const dataDir = usedDataDir();
  const killed = await opener(dataDir);
  await killed.killHard();
  const orphans = servers(dataDir);
  expect(orphans).toHaveLength(1);
  const second = await opener(dataDir);
  expect(second).toMatchObject({
    databaseUrl: killed.databaseUrl,
    started: ["mysql"],
    said: expect.stringMatching(/taking over/),
  });
  expect(servers(dataDir)).toEqual(orphans);
  await second.close();
  expect(servers(dataDir)).toEqual([]);
});

test("an orphan that nobody wrote down is found by its data directory", async () => {
  const dataDir = usedDataDir();
  const killed = await opener(dataDir);
  await killed.killHard();
  rmSync(join(dataDir, "run"), { recursive: true });
  const second = await opener(dataDir);
  expect(second.databaseUrl).toBe(killed.databaseUrl);
  await second.close();
  expect(servers(dataDir)).toEqual([]);
});

test("a server that was killed itself is started again on its data", async () => {
  const dataDir = usedDataDir();
  const first = await opener(dataDir);
  const [server] = servers(dataDir);
  process.kill(server?.pid ?? 0, "SIGKILL");
  const second = await opener(dataDir);
  expect(second.started).toEqual(["mysql"]);
  expect(await answers(second.databaseUrl)).toBe(true);
  await first.close();
  expect(await answers(second.databaseUrl)).toBe(true);
});

test("processes that start at once share one server, which lives until the last has left", async () => {
  const dataDir = usedDataDir();
  const all = await Promise.all([opener(dataDir), opener(dataDir), open(dataDir)]);
  expect(servers(dataDir)).toHaveLength(1);
  expect(new Set(all.map(({ databaseUrl }) => databaseUrl)).size).toBe(1);
  expect(all.flatMap(({ started }) => started)).toEqual(["mysql"]);
  const [first, second, third] = all;
  await first.close();
  await second.killHard();
  expect(await answers(third.databaseUrl)).toBe(true);
  await third.close();
  expect(servers(dataDir)).toEqual([]);
});

test("two DATA_DIRs have two servers, even when one is a copy made while the other ran", async () => {
  const dataDir = usedDataDir();
  const first = await open(dataDir);
  const copy = join(home, "copy");
  cpSync(dataDir, copy, { recursive: true });
  const second = await open(copy);
  expect(second.databaseUrl).not.toBe(first.databaseUrl);
  expect(await answers(first.databaseUrl)).toBe(true);
});

test("a DATA_DIR with a path longer than a socket may have works", async () => {
  const dataDir = usedDataDir(join("with spaces & ünï", "x".repeat(120), "y".repeat(60)));
  const databases = await open(dataDir);
  expect(await answers(databases.databaseUrl)).toBe(true);
});

test("another port is taken when somebody else listens on the remembered one", async () => {
  const dataDir = usedDataDir();
  const first = await open(dataDir);
  await first.close();
  const port = Number(new URL(first.databaseUrl).port);
  const intruder = createServer().listen(port, "127.0.0.1");
  try {
    const second = await open(dataDir);
    expect(Number(new URL(second.databaseUrl).port)).not.toBe(port);
  } finally {
    intruder.close();
  }
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)(
  "a command that is stopped by %s stops the server that it started",
  async (signal, code) => {
    const dataDir = usedDataDir();
    const script = fileURLToPath(new URL("../../servers/with-databases-child.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", script], {
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", MONGODB_URI: "" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(child.stdout, "data");
    expect(servers(dataDir)).toHaveLength(1);
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([code, null]);
    expect(servers(dataDir)).toEqual([]);
  },
);
