import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDatabases } from "../../../scripts/databases/open-databases";
import { privateServers } from "../../servers/private-servers";

const { home, open, usedDataDir, servers, answers } = privateServers();

test("a folder of somebody else's files is refused and left as it is", async () => {
  const dataDir = join(home, "foreign");
  mkdirSync(join(dataDir, "mysql"), { recursive: true });
  writeFileSync(join(dataDir, "mysql", "ibdata1"), "theirs");
  await expect(open(dataDir)).rejects.toThrow(
    /holds files that this application did not make\. Nothing was changed/,
  );
  expect(readdirSync(join(dataDir, "mysql"))).toEqual(["ibdata1"]);
  expect(readFileSync(join(dataDir, "mysql", "ibdata1"), "utf8")).toBe("theirs");
});

test("a data directory that a killed run left half made is made anew", async () => {
  const dataDir = join(home, "half");
  mkdirSync(join(dataDir, "mysql.making", "mysql"), { recursive: true });
  const databases = await open(dataDir);
  expect(await answers(databases.databaseUrl)).toBe(true);
  expect(existsSync(join(dataDir, "mysql.making"))).toBe(false);
});

test("a server that cannot start says so with the end of its log", async () => {
  const dataDir = usedDataDir();
  writeFileSync(join(dataDir, "mysql", "ibdata1"), "broken");
  await expect(open(dataDir)).rejects.toThrow(
    /private server mysql ended before it was ready\. Its data was kept[\s\S]*InnoDB/,
  );
  expect(servers(dataDir)).toEqual([]);
});

test("configured databases are used as they are, and nothing is started", async () => {
  const dataDir = join(home, "unused");
  const settings = { DATABASE_URL: "mysql://u@h/d", MONGODB_URI: "mongodb://h/d" };
  const opened = await openDatabases({ dataDir, settings, log: () => {} });
  expect(opened).toMatchObject({
    databaseUrl: "mysql://u@h/d",
    mongodbUri: "mongodb://h/d",
    started: [],
  });
  await opened.close();
  expect(existsSync(dataDir)).toBe(false);
});
