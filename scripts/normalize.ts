import { commandLine } from "./command-line";
import { normalizeAgain } from "./normalize/normalize-again";
import { NORMALIZE_USAGE, readNormalizeArguments } from "./normalize/read-normalize-arguments";

await commandLine({ usage: NORMALIZE_USAGE, read: readNormalizeArguments, work: normalizeAgain });
