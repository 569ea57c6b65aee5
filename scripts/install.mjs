import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const OLDEST_NODE = [20, 19];

/** Ends the process with a clear word where nothing of this can work. */
export function requirePlatform(platform = process.platform) {
  if (platform !== "win32") return;
  stop(
    "Windows cannot run the embedded databases. Use WSL2 (wsl --install, then the same commands), or docker compose.",
  );
}

export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  stop(
    `Node ${version} is too old: ${OLDEST_NODE.join(".")} or newer is needed (https://nodejs.org).`,
  );
}

/**
 * Installs the packages of package-lock.json unless they are there already: a stamp in node_modules holds the hash of
 * the lockfile it was made from. Says what it does on stdout; a failure ends the process.
 */
export async function installPackages() {
  const stamp = join(root, "node_modules/.dst-airlines-lock");
  const hash = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  process.stdout.write("installing packages (a few minutes the first time) …\n");
  const started = Date.now();
  const timer = setInterval(() => {
    process.stdout.write(`  still installing, ${Math.round((Date.now() - started) / 1000)} s\n`);
  }, 20_000);
  // Not `npm ci`: it refuses a lockfile that lacks the optional packages of other systems, which some registries do not have.
  const code = await run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]);
  clearInterval(timer);
  if (code !== 0) {
    stop(
      `npm install failed (exit code ${code}). Nothing was started. Its words are above; mend that and run this again.`,
    );
  }
  writeFileSync(stamp, hash);
  process.stdout.write(`packages installed in ${Math.round((Date.now() - started) / 1000)} s\n`);
}

/**
 * Runs a command in the project's folder with our own stdio and resolves with its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function run(command, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
