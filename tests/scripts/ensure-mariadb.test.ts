import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ensureMariadb } from "../../scripts/databases/ensure-mariadb";
import { findMariadb } from "../../scripts/databases/find-mariadb";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dst-programs-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const say = () => undefined;
const find = () => findMariadb(`/nowhere:${folder}`, []);
const programs = () => ({
  server: join(folder, "mariadbd"),
  installer: join(folder, "mariadb-install-db"),
});
async function putThere(): Promise<boolean> {
  for (const program of Object.values(programs())) {
    writeFileSync(program, "");
    chmodSync(program, 0o755);
  }
  return true;
}

test("programs that are there are used, and nothing is installed", async () => {
  await putThere();
  const install = vi.fn(putThere);
  expect(await ensureMariadb(say, install, find)).toEqual(programs());
  expect(install).not.toHaveBeenCalled();
});

test("missing ones are installed from the two packages that start no service", async () => {
  const install = vi.fn(putThere);
  expect(await ensureMariadb(say, install, find)).toEqual(programs());
  expect(install).toHaveBeenCalledWith(
    ["mariadb-server-core", "mariadb-client-core"],
    expect.any(String),
    say,
  );
});

test("where nothing may be installed, the message names a command for every system", async () => {
  const asked = ensureMariadb(say, async () => false, find);
  await expect(asked).rejects.toThrow(
    /apt-get install --no-install-recommends mariadb-server-core mariadb-client-core[\s\S]*brew install mariadb[\s\S]*DATABASE_URL=[\s\S]*docker compose up/,
  );
});

test("a file that cannot be run does not count as a program", async () => {
  await putThere();
  chmodSync(join(folder, "mariadbd"), 0o644);
  await expect(ensureMariadb(say, async () => false, find)).rejects.toThrow(
    /mariadbd is not on the PATH/,
  );
});
