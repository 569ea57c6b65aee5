import { commandLine } from "./command-line";
import { readArguments, USAGE } from "./sync/read-arguments";
import { syncStreams } from "./sync/sync-streams";

await commandLine({ usage: USAGE, read: readArguments, work: syncStreams });
