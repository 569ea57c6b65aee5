import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Databases } from "../../scripts/databases/open-databases";

export type Opener = Omit<Databases, "close"> & {
  /** What it said while it opened. */
  said: string;
  close(): Promise<void>;
  killHard(): Promise<void>;
};

const SCRIPT = fileURLToPath(new URL("./open-databases-child.ts", import.meta.url));
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

type Opening = { dataDir: string; mongod?: string; databaseUrl?: string };

/** Another process of ours that opens the databases of `dataDir` and keeps them open. Rejects with what it said when it cannot. */
export async function startOpener({ dataDir, mongod = "", databaseUrl }: Opening): Promise<Opener> {
  const child = spawn(process.execPath, ["--import", "tsx", SCRIPT, dataDir, mongod], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const opened: Omit<Databases, "close"> = JSON.parse(line);
    return { ...opened, said, close: () => end("SIGTERM"), killHard: () => end("SIGKILL") };
  }
  await ended;
  throw new Error(said);
}
