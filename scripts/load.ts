import { commandLine } from "./command-line";
import { readLoadArguments, USAGE } from "./load/read-load-arguments";
import { runLoad } from "./load/run-load";
import { showLoad } from "./load/show-load";

/** `npm run load`: readers that use the API as a dashboard and a script would, and how long it took them. */
await commandLine({
  usage: USAGE,
  read: readLoadArguments,
  work: async (wish) => {
    const tally = await runLoad(wish, { signal: stopSignal(), say: (line) => say(line) });
    process.stdout.write(`${showLoad(tally)}\n`);
    return tally.failed === 0;
  },
});

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The first signal ends the readers, and the figures so far are shown; the second ends the process. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ["SIGHUP", "SIGINT", "SIGTERM"] as const) {
    process.once(name, () => stopping.abort());
  }
  return stopping.signal;
}
