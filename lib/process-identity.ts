import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process by number and the moment it started: a number alone may belong to somebody else by now. */
export type ProcessIdentity = { pid: number; startedAt: string };

/** When the process started, in the system's own words, or null when there is none. */
function startOf(pid: number): string | null {
  try {
    if (process.platform !== "linux") {
      return (
        execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() ||
        null
      );
    }
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? null : (fields[18] ?? null);
  } catch {
    return null; // No such process: that is the answer, not a failure.
  }
}

/** The identity of a living process. Throws when there is none. */
export function identityOf(pid: number): ProcessIdentity {
  const startedAt = startOf(pid);
  if (startedAt === null) throw new Error(`There is no process ${pid}.`);
  return { pid, startedAt };
}

/** Whether exactly this process still lives. */
export const isAlive = ({ pid, startedAt }: ProcessIdentity): boolean => startOf(pid) === startedAt;
