import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildOnce, type Recipe } from "@/tests/servers/build-once";

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dst-airlines-build-"));
  folder = join(root, "bin");
  writeFileSync(join(root, "source"), "one");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** "Builds" by a line of shell; every build leaves a line in the file `builds`. */
const recipe = (script: string): Recipe => ({
  name: "tool",
  sources: [join(root, "source")],
  needs: { program: "sh", folder: "/bin", missing: "there is no sh" },
  command: (sh, out) => ({
    command: sh,
    args: ["-c", `echo build >> "$0/builds"; ${script}`, root, out],
  }),
});
const builds = () => readFileSync(join(root, "builds"), "utf8").trim().split("\n").length;
const pathOf = (built: Awaited<ReturnType<typeof buildOnce>>) =>
  "path" in built ? built.path : built.skipped;

test("builds once for all who ask at the same time, and never again", async () => {
  const copies = recipe('sleep 0.2; cp "$0/source" "$1"');
  const asked = await Promise.all([1, 2, 3].map(() => buildOnce(copies, { folder })));
  const paths = new Set([...asked, await buildOnce(copies, { folder })].map(pathOf));
  expect(paths.size).toBe(1);
  expect(readFileSync([...paths][0] ?? "", "utf8")).toBe("one");
  expect(builds()).toBe(1);
});

test("other sources are another server; the old one stays", async () => {
  const copies = recipe('cp "$0/source" "$1"');
  const first = await buildOnce(copies, { folder });
  writeFileSync(join(root, "source"), "two");
  const second = await buildOnce(copies, { folder });
  expect(readFileSync(pathOf(first), "utf8")).toBe("one");
  expect(readFileSync(pathOf(second), "utf8")).toBe("two");
});

test("a build that fails says where to look, leaves nothing half-made, and is not repeated at once", async () => {
  const fails = recipe('echo half > "$1"; echo "no network" >&2; exit 3');
  const first = pathOf(await buildOnce(fails, { folder }));
  expect(first).toMatch(/^building tool failed \(exit code 3\), see .*\.log$/);
  expect(readFileSync(/see (.*)$/.exec(first)?.[1] ?? "", "utf8")).toBe("no network\n");
  expect(pathOf(await buildOnce(fails, { folder }))).toMatch(
    /^building tool failed .* to try again/,
  );
  expect(builds()).toBe(1);
  expect(readdirSync(folder).filter((file) => !/\.(log|failed)$/.test(file))).toEqual([]);
  await buildOnce(fails, { folder, again: true });
  expect(builds()).toBe(2);
});

test("says what is missing where it cannot be built", async () => {
  const needs = { program: "no-such-compiler", folder: "/nowhere", missing: "get a compiler" };
  const built = await buildOnce({ ...recipe("true"), needs }, { folder });
  expect(built).toEqual({ skipped: "get a compiler" });
});
