import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { identityOf, type ProcessIdentity } from "@/lib/process-identity";

/**
 * Starts a server in a process group of its own, so that Ctrl-C in the terminal reaches us and not it: we stop it in
 * our order. Its output goes to the end of `logFile`.
 */
export async function startServer(
  { program, args }: { program: string; args: string[] },
  logFile: string,
): Promise<ProcessIdentity> {
  mkdirSync(dirname(logFile), { recursive: true });
  const output = openSync(logFile, "a", 0o600);
  try {
    const child = spawn(program, args, { detached: true, stdio: ["ignore", output, output] });
    const pid = await new Promise<number>((resolve, reject) => {
      child.once("spawn", () => resolve(child.pid ?? 0));
      child.once("error", reject);
    });
    child.unref();
    return identityOrEnded(pid);
  } finally {
    closeSync(output);
  }
}

/** A server that has ended already gets a start that nobody has: whoever waits for it finds it dead and says why. */
function identityOrEnded(pid: number): ProcessIdentity {
  try {
    return identityOf(pid);
  } catch {
    return { pid, startedAt: "ended at once" };
  }
}
