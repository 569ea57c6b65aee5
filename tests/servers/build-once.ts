import { createHash } from "node:crypto";
import { access, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, isAbsolute, join } from "node:path";
import { withFileLock } from "../../scripts/databases/file-lock";
import { findProgram } from "../../scripts/databases/find-program";
import { cacheDir } from "./cache-dir";
import { startWatched } from "./watched-child";

export type Built = { path: string } | { skipped: string };

type Command = {
  command: string;
  args: readonly string[];
  cwd?: string;
  env?: Record<string, string>;
};

/** How a server is built from its sources. The same sources make the same file name, other ones another. */
export type Recipe = {
  name: string;
  /** Files that decide what comes out. */
  sources: readonly string[];
  /** The program without which it cannot be built, the folder where it is even if the PATH does not say so. */
  needs: { program: string; folder: string; missing: string };
  /** Writes the server to the file `out`, by means of the program that it needs. */
  command(program: string, out: string): Command;
};

/** A build that failed (no network, say) is not tried again at once by every test file. */
const FAILURE_HOLDS_MS = 10 * 60_000;

/**
 * The server that `recipe` makes: from the cache, or built now (minutes), once even if several processes ask. Where it
 * cannot be had, the reason. `again` tries a build that failed a moment ago again.
 */
export async function buildOnce(
  recipe: Recipe,
  { again = false, folder = join(cacheDir(), "bin") }: { again?: boolean; folder?: string } = {},
): Promise<Built> {
  const path = join(folder, `${recipe.name}-${await recipeHash(recipe)}`);
  if (await exists(path)) return { path };
  const program = findProgram(recipe.needs.program, `${process.env.PATH}:${recipe.needs.folder}`);
  if (!program) return { skipped: recipe.needs.missing };
  await mkdir(folder, { recursive: true });
  if (again) await rm(`${path}.failed`, { force: true });
  return withFileLock(`${path}.lock`, async () => {
    if (await exists(path)) return { path };
    const failure = await recentFailure(`${path}.failed`);
    return failure ? { skipped: failure } : build(recipe, program, path);
  });
}

async function build(recipe: Recipe, program: string, path: string): Promise<Built> {
  // One name, for the lock keeps others away: what a killed build left is cleared by the next.
  const unfinished = `${path}.tmp`;
  const logFile = `${path}.log`;
  await rm(logFile, { force: true });
  const child = startWatched({ ...recipe.command(program, unfinished), logFile });
  const code = await child.exited;
  if (code === 0 && (await exists(unfinished))) {
    await rename(unfinished, path);
    return { path };
  }
  await rm(unfinished, { force: true });
  const skipped = `building ${recipe.name} failed (exit code ${code}), see ${logFile}`;
  await writeFile(`${path}.failed`, skipped);
  return { skipped };
}

async function recipeHash({ sources, command }: Recipe): Promise<string> {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  // Not where the project lies: all its copies share what was built.
  const args = command("PROGRAM", "OUT").args;
  hash.update(JSON.stringify(args.map((arg) => (isAbsolute(arg) ? basename(arg) : arg))));
  for (const file of sources) hash.update(basename(file)).update(await readFile(file));
  return hash.digest("hex").slice(0, 12);
}

async function recentFailure(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null);
  if (!found || Date.now() - found.mtimeMs > FAILURE_HOLDS_MS) return null;
  return `${await readFile(file, "utf8")} (a while ago; delete ${file} to try again at once)`;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
