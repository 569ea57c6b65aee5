import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listTables } from "@/lib/db/backup/list-tables";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { privateServerSql } from "@/lib/db/private-server-sql";
import { withConnection } from "@/lib/db/with-connection";
import { findMariadb } from "@/scripts/databases/find-mariadb";
import { mariadbServer } from "@/scripts/databases/mariadb-server";
import { type OpenServer, openPrivateServer } from "@/scripts/databases/private-server";
import { dataDirSecret } from "@/scripts/databases/secrets";

const dataDir = mkdtempSync(join(tmpdir(), "dst-analyst-"));
const initFile = join(dataDir, "administrator.sql");
const server = mariadbServer(findMariadb(), dataDir, [`--init-file=${initFile}`]);
let opened: OpenServer;
let administrator: string;
let analyst: string;

/** The statements of the SQL blocks of the document, each block by itself. */
const blocks = [...readFileSync("docs/analysts.md", "utf8").matchAll(/```sql\n([\s\S]*?)```/g)].map(
  ([, text = ""]) => text.split(/;\s*$/m).filter((statement) => statement.trim()),
);
const [grants = [], examples = []] = blocks;
const granted = grants.flatMap((grant) => /ON dst_airlines\.(\w+) TO/.exec(grant)?.[1] ?? []);

const run = (url: string, sql: string) => withConnection(url, (to) => to.query(sql));
/** The number of the server's error; 0 where there was none. */
const errorOf = (sql: string) =>
  run(analyst, sql).then(
    () => 0,
    (error: { errno?: number }) => error.errno,
  );

beforeAll(async () => {
  // The private server's own user may make no users: here it is the administrator of a server of one's own.
  mkdirSync(dataDir, { recursive: true });
  const password = dataDirSecret(dataDir, "mysql_password");
  const all = "GRANT ALL PRIVILEGES ON *.* TO 'dst_airlines'@'127.0.0.1' WITH GRANT OPTION;\n";
  writeFileSync(initFile, privateServerSql(password) + all);
  opened = await openPrivateServer(server, { dataDir, log: () => {} });
  administrator = server.url(opened.port);
  await deployMigrations({ url: administrator });
  for (const statement of grants) await run(administrator, statement);
  const address = new URL(administrator);
  address.username = "analyst";
  address.password = /IDENTIFIED BY '([^']+)'/.exec(grants[0] ?? "")?.[1] ?? "";
  analyst = address.href;
});
afterAll(async () => {
  await opened?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it("reads what the document grants, and asks what the document asks", async () => {
  expect(granted).toContain("flights");
  for (const table of granted) expect(await errorOf(`SELECT * FROM ${table}`), table).toBe(0);
  expect(examples).toHaveLength(1);
  for (const example of examples) expect(await errorOf(example)).toBe(0);
});

it("reads nothing else: not users, keys or the audit log", async () => {
  const all = await withConnection(administrator, listTables);
  const others = all.map(({ name }) => name).filter((name) => !granted.includes(name));
  expect(others).toEqual(expect.arrayContaining(["users", "api_keys", "audit_log"]));
  for (const table of others) expect(await errorOf(`SELECT * FROM ${table}`), table).toBe(1142);
  expect(await errorOf("SELECT * FROM mysql.global_priv")).toBe(1142);
});

it("writes nothing", async () => {
  for (const sql of [
    "UPDATE flights SET status = 'landed'",
    "DELETE FROM flights",
    "INSERT INTO flight_days (flight_date, service_type, status, flights) VALUES ('2030-05-01', 'air', 'landed', 1)",
    "CREATE TABLE mine (id INT)",
    "DROP TABLE flights",
  ]) {
    expect(await errorOf(sql), sql).toBe(1142);
  }
});

it("speaks of columns that are there", async () => {
  const tables = await withConnection(administrator, listTables);
  const columns = tables.find(({ name }) => name === "flights")?.columns.map(({ name }) => name);
  const text = readFileSync("docs/analysts.md", "utf8").split("### Words")[1] ?? "";
  const named = [...text.matchAll(/^\| ((?:`[a-z_]+`(?:, )?)+) /gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(columns).toEqual(expect.arrayContaining(named));
});
