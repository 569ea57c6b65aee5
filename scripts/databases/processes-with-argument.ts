import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export type FoundProcess = { pid: number; args: string[] };

/** The living processes that were started with exactly this argument, with all their arguments. */
export function processesWithArgument(argument: string): FoundProcess[] {
  const all = process.platform === "linux" ? linuxProcesses() : psProcesses();
  return all.filter(({ args }) => args.includes(argument));
}

function linuxProcesses(): FoundProcess[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), args: linuxArguments(name) }));
}

function linuxArguments(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return []; // It ended since the folder was listed, or is somebody else's.
  }
}

/** Elsewhere arguments come in one line: one that holds spaces is not found, and its server is not taken over. */
function psProcesses(): FoundProcess[] {
  const lines = execFileSync("ps", ["-A", "-ww", "-o", "pid=,args="], { encoding: "utf8" });
  return lines.split("\n").map((line) => {
    const [pid, ...args] = line.trim().split(/ +/);
    return { pid: Number(pid), args };
  });
}
