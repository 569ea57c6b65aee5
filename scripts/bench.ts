import { benchApi } from "./bench/api/bench-api";
import { showApi } from "./bench/api/show-api";
import { benchLoad } from "./bench/bench-load";
import { type BenchWish, readBenchArguments, USAGE } from "./bench/read-bench-arguments";
import { showMeasure } from "./bench/show-measure";
import { commandLine } from "./command-line";

/**
 * `npm run bench [-- load|api]`: how fast raw answers become rows, and the API against a bare server. Only ratios of one run
 * are compared with their aims; a slow machine is no error.
 */
await commandLine({ usage: USAGE, read: readBenchArguments, work: bench });

async function bench({ load, api, json }: BenchWish): Promise<boolean> {
  const say = (line: string) => void (json || process.stderr.write(`${line}\n`));
  const print = (text: string) => process.stdout.write(`${text}\n`);
  if (load) {
    const measured = await benchLoad(load, say);
    print(json ? JSON.stringify(measured) : showMeasure(measured));
  }
  if (api) {
    const measured = await benchApi(api, { say, signal: stopSignal() });
    print(json ? JSON.stringify(measured) : `${measured.machine}\n${showApi(measured)}`);
  }
  return true;
}

/** The servers have process groups of their own: the signal that ends us does not reach them. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ["SIGHUP", "SIGINT", "SIGTERM"] as const) {
    process.once(name, () => stopping.abort());
  }
  return stopping.signal;
}
