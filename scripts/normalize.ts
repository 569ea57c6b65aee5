import { normalizeAgain } from "./normalize/normalize-again";
import { NORMALIZE_USAGE, readNormalizeArguments } from "./normalize/read-normalize-arguments";

let wanted: ReturnType<typeof readNormalizeArguments>;
try {
  wanted = readNormalizeArguments(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${NORMALIZE_USAGE}\n`);
  process.exit(2);
}
if (wanted.help) {
  process.stdout.write(`${NORMALIZE_USAGE}\n`);
  process.exit(0);
}
try {
  process.exitCode = (await normalizeAgain(wanted)) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
process.exit();
