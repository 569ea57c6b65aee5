import { readArguments, USAGE } from "./sync/read-arguments";
import { type SyncCommand, syncStreams } from "./sync/sync-streams";
import { loadDotEnv } from "./up/load-dot-env";

let wanted: SyncCommand;
try {
  wanted = readArguments(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}\n`);
  process.exit(2);
}
loadDotEnv();
try {
  process.exitCode = (await syncStreams(wanted)) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
process.exit();
