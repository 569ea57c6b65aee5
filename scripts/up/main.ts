import { resolve } from "node:path";
import { loadDotEnv } from "./load-dot-env";
import { RunningState } from "./running-state";
import { type Mode, startProduct } from "./start-product";
import { Undo } from "./undo";

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (prefix: string, error: unknown) => {
  process.exitCode = 1;
  process.stderr.write(`\n${prefix}${error instanceof Error ? error.message : String(error)}\n`);
};

/** Aborts at the first SIGINT, SIGTERM or SIGHUP (the terminal was closed). */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!stopping.signal.aborted) say(`\n${signal}: stopping …`);
      stopping.abort();
    });
  }
  return stopping.signal;
}

/** A terminal that was closed or a pipe whose reader ended (`| grep -m1 ready`) must not end us before we have stopped what runs. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/**
 * Starts everything and stays until SIGINT or SIGTERM (exit code 0), or until a step fails or a part dies (exit code 1).
 * Whatever was started is stopped again, in the order against its start.
 */
export async function main(mode: Mode): Promise<void> {
  outliveReaders();
  const signal = stopSignal();
  const undo = new Undo();
  try {
    loadDotEnv();
    const dataDir = resolve(process.env.DATA_DIR || ".data");
    const state = await RunningState.take(dataDir, say);
    undo.later(() => state.release());
    await startProduct({ mode, dataDir, state, say, undo, signal });
  } catch (error) {
    if (!signal.aborted) complain("", error);
  }
  for (const error of await undo.all()) complain("could not stop cleanly: ", error);
  say("stopped");
  process.exit();
}
