import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { identityOf } from "@/lib/process-identity";
import { RunningCopies } from "@/scripts/up/running-copies";

test("knows the others that live, not itself, not the dead and not torn notes", () => {
  const folder = mkdtempSync(join(tmpdir(), "running-copies-"));
  const copies = new RunningCopies(folder);
  const unregister = copies.register();
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  const pid = other.pid ?? 0;
  writeFileSync(join(folder, String(pid)), JSON.stringify(identityOf(pid)));
  writeFileSync(join(folder, "999999999"), JSON.stringify({ pid: 999_999_999, startedAt: "1" }));
  writeFileSync(join(folder, "7"), '{"pid":');
  expect(copies.others()).toEqual([pid]);
  unregister();
  other.kill("SIGKILL");
});
