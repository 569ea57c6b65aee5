import { importArchive } from "./import/import-archive";
import { importUsage, readImportArguments } from "./import/read-import-arguments";

let wanted: ReturnType<typeof readImportArguments>;
try {
  wanted = readImportArguments(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${importUsage()}\n`);
  process.exit(2);
}
if (wanted.help) {
  process.stdout.write(`${importUsage()}\n`);
  process.exit(0);
}
try {
  process.exitCode = (await importArchive(wanted)) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
process.exit();
