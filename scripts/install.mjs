import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const OLDEST_NODE = [20, 19];

/**
 * Makes the rest of a command runnable in a fresh clone: the right system and Node, the packages of the lockfile, Prisma's
 * generated client, and TypeScript. Tells on stderr, since stdout may be the command's result; ends the process where
 * something of it cannot be had.
 */
export async function prepare() {
  requirePlatform(process.platform);
  requireNode(process.versions.node);
  await installPackages();
  await generateClient();
  const { register } = await import("tsx/esm/api");
  register();
}

/** @param {NodeJS.Platform} platform */
function requirePlatform(platform) {
  if (platform !== "win32") return;
  stop(
    "Windows cannot run the embedded databases. Use WSL2 (wsl --install, then the same commands), or docker compose.",
  );
}

/** @param {string} version */
function requireNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  stop(
    `Node ${version} is too old: ${OLDEST_NODE.join(".")} or newer is needed (https://nodejs.org).`,
  );
}

/** Installs unless a stamp in node_modules holds the hash of the very lockfile. */
async function installPackages() {
  await onceFor("package-lock.json", "node_modules/.dst-airlines-lock", async () => {
    tell("installing packages (a few minutes the first time) …");
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    const timer = setInterval(() => tell(`  still installing, ${seconds()} s`), 20_000);
    // Not `npm ci`: it refuses a lockfile that lacks the optional packages of other systems, which some registries do not have.
    const code = await run("npm", [
      "install",
      "--no-save",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ]);
    clearInterval(timer);
    if (code !== 0) {
      stop(
        `npm install failed (exit code ${code}). Nothing was started. Mend what it says above and run this again.`,
      );
    }
    tell(`packages installed in ${seconds()} s`);
  });
}

/** Writes Prisma's client, which is not in the repository, unless it was made from the very schema. */
async function generateClient() {
  await onceFor("prisma/schema.prisma", "lib/db/generated/.schema-hash", async () => {
    const code = await run(join(root, "node_modules/.bin/prisma"), ["generate"]);
    if (code !== 0) stop("Prisma's client could not be generated; its words are above.");
  });
}

/**
 * Does `work` unless `stampFile` says that it was done for the same content of `sourceFile`.
 * @param {string} sourceFile
 * @param {string} stampFile
 * @param {() => Promise<void>} work
 */
async function onceFor(sourceFile, stampFile, work) {
  const stamp = join(root, stampFile);
  const hash = createHash("sha256")
    .update(readFileSync(join(root, sourceFile)))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

/**
 * Runs a command in the project's folder, with its words on stderr, and resolves with its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function run(command, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", process.stderr, process.stderr],
      env,
    });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** @param {string} line */
function tell(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {string} message */
function stop(message) {
  tell(message);
  process.exit(1);
}
