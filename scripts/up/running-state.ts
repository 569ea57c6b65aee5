import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { identityOf, isAlive, type ProcessIdentity } from "@/lib/process-identity";
import { requireWritable } from "../databases/require-writable";
import { signalGroup } from "./child";

const Identity = z.object({ pid: z.number().int(), startedAt: z.string() });
const State = z.object({
  up: Identity,
  address: z.string().nullable(),
  /** Where the sandbox that it started answers. */
  sandbox: z.string().nullable().default(null),
  children: z.array(Identity),
});
type State = z.infer<typeof State>;

const fileIn = (dataDir: string) => join(dataDir, "up.json");

function readState(dataDir: string): State | null {
  try {
    return State.parse(JSON.parse(readFileSync(fileIn(dataDir), "utf8")));
  } catch {
    return null; // None yet, or cut off by a crash while it was written: then nobody is known to run.
  }
}

/** Where the sandbox of the start that is alive on this data directory answers; null where there is none. */
export function findRunningSandbox(dataDir: string): string | null {
  const state = readState(dataDir);
  return state && isAlive(state.up) ? state.sandbox : null;
}

/** Who runs this data directory: written so that a start after a kill -9 finds what was left behind. */
export class RunningState {
  readonly #dataDir: string;
  readonly #state: State;

  /**
   * Takes the data directory for this process. Processes that a killed start left behind are stopped, and told to `say`.
   * Throws when another start is alive.
   */
  static async take(dataDir: string, say: (line: string) => void): Promise<RunningState> {
    requireWritable(dataDir);
    const found = readState(dataDir);
    if (found && isAlive(found.up) && found.up.pid !== process.pid) {
      const where = found.address ? ` at ${found.address}` : "";
      throw new Error(
        `Already running${where} (process ${found.up.pid}) on ${dataDir}. Stop it, or set another DATA_DIR and PORT.`,
      );
    }
    const orphans = (found?.children ?? []).filter(isAlive);
    if (orphans.length > 0)
      say(`stopping what a killed start left behind: ${orphans.length} process(es)`);
    await Promise.all(orphans.map(stopOrphan));
    return new RunningState(dataDir);
  }

  private constructor(dataDir: string) {
    this.#dataDir = dataDir;
    this.#state = { up: identityOf(process.pid), address: null, sandbox: null, children: [] };
    this.#write();
  }

  addChild(pid: number): void {
    this.#state.children.push(identityOf(pid));
    this.#write();
  }

  setAddress(address: string): void {
    this.#state.address = address;
    this.#write();
  }

  setSandbox(url: string): void {
    this.#state.sandbox = url;
    this.#write();
  }

  release(): void {
    rmSync(fileIn(this.#dataDir), { force: true });
  }

  #write(): void {
    mkdirSync(this.#dataDir, { recursive: true });
    const draft = `${fileIn(this.#dataDir)}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(this.#state));
    renameSync(draft, fileIn(this.#dataDir));
  }
}

async function stopOrphan(orphan: ProcessIdentity): Promise<void> {
  signalGroup(orphan.pid, "SIGTERM");
  for (let waited = 0; waited < 100 && isAlive(orphan); waited += 1) await sleep(100);
  if (isAlive(orphan)) signalGroup(orphan.pid, "SIGKILL");
}
