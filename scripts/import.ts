import { commandLine } from "./command-line";
import { importArchive } from "./import/import-archive";
import { importUsage, readImportArguments } from "./import/read-import-arguments";

await commandLine({ usage: importUsage(), read: readImportArguments, work: importArchive });
