import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabases } from "../../../scripts/databases/open-databases";
import { processesWithArgument } from "../../../scripts/databases/processes-with-argument";
import { startOpener } from "../../servers/opener";

const FAKE = fileURLToPath(new URL("../../fakes/fake-mongod.mjs", import.meta.url));
const databaseUrl = "mysql://not@asked/here";
let home: string;
let mongod: string;

const open = (dataDir: string, program: string | null = mongod) =>
  openDatabases({
    dataDir,
    settings: { DATABASE_URL: databaseUrl },
    mongod: program,
    log: () => {},
  });
const servers = (dataDir: string) => processesWithArgument(`--dbpath=${join(dataDir, "mongo")}`);

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "dst-mongod-"));
  mongod = join(home, "mongod");
  writeFileSync(mongod, `#!/bin/sh\nexec "${process.execPath}" "${FAKE}" "$@"\n`);
  chmodSync(mongod, 0o755);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

test("where there is a mongod it is started on loopback, joined by others, and stopped cleanly by the last", async () => {
  const dataDir = join(home, "data");
  const [first, second] = await Promise.all([open(dataDir), open(dataDir)]);
  expect(first.mongodbUri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/dst_airlines$/);
  expect(second.mongodbUri).toBe(first.mongodbUri);
  expect([...first.started, ...second.started]).toEqual(["mongo"]);
  expect(servers(dataDir)).toHaveLength(1);
  expect(servers(dataDir)[0]?.args).toContain("--bind_ip=127.0.0.1");

  await first.close();
  expect(servers(dataDir)).toHaveLength(1);
  await second.close();
  expect(servers(dataDir)).toEqual([]);
  expect(existsSync(join(dataDir, "mongo", "stopped"))).toBe(true);
});

test("an orphan of a kill -9 is taken over, and stopped at the end", async () => {
  const dataDir = join(home, "orphan");
  const killed = await startOpener({ dataDir, mongod, databaseUrl });
  await killed.killHard();
  expect(servers(dataDir)).toHaveLength(1);
  const second = await open(dataDir);
  expect(second).toMatchObject({ mongodbUri: killed.mongodbUri, started: ["mongo"] });
  await second.close();
  expect(servers(dataDir)).toEqual([]);
});

test("a folder of somebody else's files is refused and left as it is", async () => {
  const directory = join(home, "foreign", "mongo");
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "thesis.txt"), "theirs");
  await expect(open(join(home, "foreign"))).rejects.toThrow(
    /not MongoDB's \(thesis\.txt …\)\. Nothing was changed/,
  );
  expect(readdirSync(directory)).toEqual(["thesis.txt"]);
});

test("a mongod that dies says so, and without any there is none", async () => {
  const broken = join(home, "broken");
  writeFileSync(broken, "#!/bin/sh\necho unsupported CPU\nexit 1\n");
  chmodSync(broken, 0o755);
  await expect(open(join(home, "dies"), broken)).rejects.toThrow(
    /private server mongo ended before it was ready[\s\S]*unsupported CPU/,
  );
  expect(await open(join(home, "none"), null)).toMatchObject({ mongodbUri: null, started: [] });
});
