import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { identityOf, isAlive } from "@/lib/process-identity";
import { findRunningSandbox, RunningState } from "@/scripts/up/running-state";

const newFolder = () => mkdtempSync(join(tmpdir(), "running-state-"));

function startSleeper() {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
    detached: true,
    stdio: "ignore",
  });
  return identityOf(child.pid ?? 0);
}

const leaveBehind = (folder: string, up: unknown, children: unknown[]) =>
  writeFileSync(
    join(folder, "up.json"),
    JSON.stringify({ up, address: "http://localhost:1", children }),
  );

test("what a killed start left behind is stopped, and said", async () => {
  const folder = newFolder();
  const orphan = startSleeper();
  leaveBehind(folder, { pid: 999_999_999, startedAt: "1" }, [orphan]);
  const said: string[] = [];
  const state = await RunningState.take(folder, (line) => said.push(line));
  expect(isAlive(orphan)).toBe(false);
  expect(said).toEqual(["stopping what a killed start left behind: 1 process(es)"]);
  state.release();
  expect(existsSync(join(folder, "up.json"))).toBe(false);
});

test("a process that only has the number of a child of ours is left alone", async () => {
  const folder = newFolder();
  const stranger = startSleeper();
  leaveBehind(folder, { pid: 999_999_999, startedAt: "1" }, [
    { ...stranger, startedAt: "long ago" },
  ]);
  (await RunningState.take(folder, () => undefined)).release();
  expect(isAlive(stranger)).toBe(true);
  process.kill(stranger.pid, "SIGKILL");
});

test("a second start on the same data is refused and told where the first one is", async () => {
  const folder = newFolder();
  const first = startSleeper();
  leaveBehind(folder, first, []);
  await expect(RunningState.take(folder, () => undefined)).rejects.toThrow(
    /Already running at http:\/\/localhost:1 .* another DATA_DIR/,
  );
  process.kill(first.pid, "SIGKILL");
});

test("a state file cut off in the middle stops nobody from starting", async () => {
  const folder = newFolder();
  writeFileSync(join(folder, "up.json"), '{"up":{"pid":');
  (await RunningState.take(folder, () => undefined)).release();
});

test("a command finds the sandbox of a start that is alive, and of no other", async () => {
  const folder = newFolder();
  expect(findRunningSandbox(folder)).toBeNull();
  const state = await RunningState.take(folder, () => {});
  expect(findRunningSandbox(folder)).toBeNull();
  state.setSandbox("http://127.0.0.1:1");
  expect(findRunningSandbox(folder)).toBe("http://127.0.0.1:1");
  writeFileSync(
    join(folder, "up.json"),
    JSON.stringify({
      up: { pid: 999_999_999, startedAt: "1" },
      address: null,
      sandbox: "http://127.0.0.1:1",
      children: [],
    }),
  );
  expect(findRunningSandbox(folder)).toBeNull();
});
