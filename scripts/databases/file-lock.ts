import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { identityOf, isAlive } from "@/lib/process-identity";

const Holder = z.object({ pid: z.number(), startedAt: z.string(), id: z.string() });
const TRY_EVERY = 50;
const BREAKING_TAKES_AT_MOST = 10_000;

/**
 * Does `work` while no other process does anything under the same lock file. A lock whose holder was killed is taken
 * over. Waits as long as the holder lives, and says so once through `waiting`.
 */
export async function withFileLock<T>(
  path: string,
  work: () => Promise<T>,
  waiting: (holderPid: number) => void = () => {},
): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const own = `${path}.${randomUUID()}`;
  writeFileSync(own, JSON.stringify({ ...identityOf(process.pid), id: own }));
  try {
    for (let told = false; !tryLink(own, path, ["EEXIST"]); await wait(TRY_EVERY)) {
      const holder = readHolder(path);
      if (!holder) continue;
      if (!isAlive(holder)) breakLock(path, holder.id);
      else if (!told) waiting(holder.pid);
      told = true;
    }
    try {
      return await work();
    } finally {
      rmSync(path, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Removes a dead holder's lock. Of several that see it dead, the one that makes the link removes it. */
function breakLock(path: string, deadId: string): void {
  const election = `${path}.breaking`;
  if (!tryLink(path, election, ["EEXIST", "ENOENT"])) {
    const age = Date.now() - (statSync(election, { throwIfNoEntry: false })?.ctimeMs ?? Date.now());
    if (age > BREAKING_TAKES_AT_MOST) rmSync(election, { force: true });
    return;
  }
  if (readHolder(election)?.id === deadId) rmSync(path, { force: true });
  rmSync(election, { force: true });
}

function tryLink(from: string, to: string, expected: readonly string[]): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && expected.includes(String(error.code)))
      return false;
    throw error;
  }
}

function readHolder(path: string): z.infer<typeof Holder> | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}
