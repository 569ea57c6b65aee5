import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withFileLock } from "../../scripts/databases/file-lock";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dst-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** How many were inside at once, at most, when ten wanted in. */
async function crowd(path: string): Promise<number> {
  let inside = 0;
  let most = 0;
  const visit = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await wait(5);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 10 }, () => withFileLock(path, visit)));
  return most;
}

test("one at a time is inside, and nothing is left behind", async () => {
  expect(await crowd(join(folder, "deep", "lock"))).toBe(1);
  expect(readdirSync(join(folder, "deep"))).toEqual([]);
});

test("a lock that a dead process left is taken over, by one at a time", async () => {
  const { pid } = spawnSync("true");
  writeFileSync(join(folder, "lock"), JSON.stringify({ pid, startedAt: "long ago", id: "dead" }));
  expect(await crowd(join(folder, "lock"))).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test("a number that now belongs to another process does not hold a lock", async () => {
  writeFileSync(
    join(folder, "lock"),
    JSON.stringify({ pid: process.pid, startedAt: "another life", id: "dead" }),
  );
  expect(await withFileLock(join(folder, "lock"), async () => "in")).toBe("in");
});

test("work that throws gives the lock back", async () => {
  const failing = withFileLock(join(folder, "lock"), () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expect(await withFileLock(join(folder, "lock"), async () => "in")).toBe("in");
});

test("who waits is told for whom, once", async () => {
  const told: number[] = [];
  await withFileLock(join(folder, "lock"), async () => {
    const second = withFileLock(
      join(folder, "lock"),
      async () => undefined,
      (pid) => told.push(pid),
    );
    await wait(200);
    void second.catch(() => undefined);
  });
  await wait(100);
  expect(told).toEqual([process.pid]);
});
