import { spawnSync } from "node:child_process";
import { createInterface } from "node:readline/promises";
import { run } from "./install.mjs";

const succeeds = (command: string, args: string[]) =>
  spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** How this user can install Debian's packages: as root, by sudo without a password, or not at all (null). */
function aptPrefix(): string[] | null {
  if (!succeeds("apt-get", ["--version"])) return null;
  if (process.getuid?.() === 0) return [];
  return succeeds("sudo", ["-n", "true"]) ? ["sudo", "-n"] : null;
}

/**
 * Installs Debian's packages, after saying so and, on a terminal, after asking. Resolves with whether they were
 * installed; false means that it may not or cannot, and the caller says what a person can do.
 */
export async function installDebianPackages(
  packages: readonly string[],
  why: string,
  say: (line: string) => void,
): Promise<boolean> {
  const prefix = aptPrefix();
  if (!prefix) return false;
  say(`${why}: installing ${packages.join(", ")} with apt-get`);
  if (process.stdin.isTTY && process.stdout.isTTY && !(await agrees())) return false;
  const apt = async (...args: string[]) => {
    const [command = "apt-get", ...rest] = [...prefix, "apt-get", ...args];
    return run(command, rest, { ...process.env, DEBIAN_FRONTEND: "noninteractive" });
  };
  await apt("update", "-qq");
  return (await apt("install", "-y", "-qq", "--no-install-recommends", ...packages)) === 0;
}

async function agrees(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Go on? [Y/n] ");
  terminal.close();
  return !/^n/i.test(answer.trim());
}
