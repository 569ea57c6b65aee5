import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startWatched } from "@/tests/servers/watched-child";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dst-airlines-watched-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A server with a child of its own; both write down who they are. */
const SERVER = 'echo $$ > "$0/server"; sh -c \'echo $$ > "$0/child"; exec sleep 300\' "$0"; true';
const start = (script: string, ...args: string[]) =>
  startWatched({
    command: "sh",
    args: ["-c", script, folder, ...args],
    logFile: join(folder, "log"),
  });

const PATIENCE = { timeout: 20_000 };
const pidOf = (name: string) => Number(readFileSync(join(folder, name), "utf8"));
const pids = () =>
  vi.waitFor(() => {
    const found = [pidOf("server"), pidOf("child")];
    expect(found.every((pid) => pid > 1)).toBe(true);
    return found;
  }, PATIENCE);
function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  try {
    process.kill(pid, 0);
    // Where nobody collects the dead they are still there, as state Z.
    return !(existsSync(stat) && /^\d+ \(.*\) Z/.test(readFileSync(stat, "utf8")));
  } catch {
    return false;
  }
}
const allGone = (processes: readonly number[]) =>
  vi.waitFor(() => expect(processes.filter(isRunning)).toEqual([]), PATIENCE);

test("tells exit code and output of a program that ends by itself", async () => {
  const child = start('echo "port in use" >&2; exit 7');
  expect(await child.exited).toBe(7);
  expect(child.hasExited()).toBe(true);
  expect(child.lastOutput()).toBe("port in use");
  await child.stop();
});

test("stopping passes TERM on, so that a server can end in order", async () => {
  const child = start(
    'trap "echo bye; exit 0" TERM; echo up > "$0/server"; while :; do sleep 0.05; done',
  );
  await vi.waitFor(
    () => expect(readFileSync(join(folder, "server"), "utf8")).toBe("up\n"),
    PATIENCE,
  );
  await child.stop();
  expect(child.lastOutput()).toBe("bye");
});

test.each(["stop", "kill"] as const)("%s takes the children of the server along", async (way) => {
  const child = start(SERVER);
  const processes = await pids();
  expect(processes.every(isRunning)).toBe(true);
  await child[way]();
  await allGone([...processes, child.pid]);
});

test("a runner that is killed outright takes its servers along", async () => {
  const code = `
    import { startWatched } from "./tests/servers/watched-child.ts";
    const [script, folder] = process.argv.slice(1);
    startWatched({ command: "sh", args: ["-c", script, folder], logFile: folder + "/log" });`;
  const runner = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", code, SERVER, folder],
    { cwd: join(import.meta.dirname, "../../.."), stdio: "ignore" },
  );
  const processes = await pids();
  runner.kill("SIGKILL");
  await once(runner, "exit");
  await allGone(processes);
});
