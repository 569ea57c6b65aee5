import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../install.mjs";
import { runQuietly } from "./run-quietly";
import { RunningCopies } from "./running-copies";
import { sourceHash } from "./source-hash";

type Say = (line: string) => void;

const folder = join(root, ".next");
const stamp = join(folder, "dst-airlines-sources");
/** Who serves the build of this checkout. */
export const servers = new RunningCopies(join(root, "node_modules/.dst-airlines-running"));
const lock = join(root, "node_modules/.dst-airlines-build");

/**
 * Builds the application unless the build that is there was made from the same sources. Two starts at once build once:
 * the second waits. Resolves with whether it built; rejects when the build failed.
 */
export async function buildApp(say: Say, signal: AbortSignal): Promise<boolean> {
  const release = await takeLock(say);
  try {
    const hash = sourceHash(root);
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return false;
    refuseUnderOthers();
    say("building the application (about a minute) …");
    rmSync(stamp, { force: true });
    await runQuietly({
      name: "building",
      command: join(root, "node_modules/.bin/next"),
      args: ["build"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
      say,
      signal,
    });
    writeFileSync(stamp, hash);
    return true;
  } finally {
    release();
  }
}

/** A build replaces the files that a running copy serves: its open pages would lose their scripts and styles. */
function refuseUnderOthers(): void {
  const others = servers.others();
  if (others.length === 0) return;
  throw new Error(
    `The sources have changed since the build that process ${others.join(", ")} serves from this folder. Stop it first, or start from another clone.`,
  );
}

async function takeLock(say: Say): Promise<() => void> {
  for (let waited = 0; ; waited += 1) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, "pid"), String(process.pid));
      return () => rmSync(lock, { recursive: true, force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if (!holderLives()) rmSync(lock, { recursive: true, force: true });
    else if (waited === 0) say("another start is building; waiting for it …");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function holderLives(): boolean {
  try {
    process.kill(Number(readFileSync(join(lock, "pid"), "utf8")), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
