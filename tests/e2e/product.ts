import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nextFreePort } from "../../scripts/up/free-port";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The whole product as a stranger starts it, in a data directory of its own. */
export type Product = {
  url: string;
  dataDir: string;
  pid: number;
  /** Everything it printed so far. */
  output: () => string;
  /** Sends a signal and resolves with the exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** Resolves with the exit code when it ends by itself. */
  ended: Promise<number | null>;
  /** Stops reading what it prints, as a closed terminal does. */
  closeOutput: () => void;
};

export const ADMIN = { email: "admin@example.com", password: "correct horse battery" };

/** Runs `npm run up`'s script and resolves when it says ready; rejects with its output when it ends before. */
export async function startProduct(
  options: { dataDir?: string; env?: Record<string, string>; command?: readonly string[] } = {},
): Promise<Product> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "dst-airlines-"));
  const port =
    options.env?.PORT ?? String(await nextFreePort(20_000 + (process.pid % 20_000), "127.0.0.1"));
  const { NODE_ENV: _, VITEST: __, ...inherited } = process.env;
  const [program = "", ...args] = options.command ?? [process.execPath, "scripts/up.mjs"];
  const child = spawn(program, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...inherited,
      DATA_DIR: dataDir,
      PORT: port,
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      LOG_LEVEL: "warn",
      ...options.env,
    } as unknown as NodeJS.ProcessEnv, // Next's types ask for NODE_ENV, which a product started by hand does not have.
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  const ended = exitOf(child);
  const url = await Promise.race([
    readyLine(() => output, ended),
    ended.then((code) => Promise.reject(new Error(`up ended with ${code}:\n${output}`))),
  ]);
  return {
    url: url.replace("localhost", "127.0.0.1"),
    dataDir,
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    closeOutput: () => {
      child.stdout.destroy();
      child.stderr.destroy();
    },
    stop: (signal = "SIGTERM") => {
      child.kill(signal);
      return ended;
    },
  };
}

const exitOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));

async function readyLine(output: () => string, ended: Promise<unknown>): Promise<string> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over) {
    const match = output().match(/^ready (http:\S+)$/m);
    if (match?.[1]) return match[1];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return new Promise(() => undefined);
}
