import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { folderTable } from "./folders";

export const importUsage = (): string => `usage: npm run import -- DIR [--json]
Takes recorded answers of the Lufthansa API into the raw store, and makes rows of them. DIR holds folders of the table, or
is one of them. Everything else is listed as ignored. See docs/import.md.

  folder                           stream              how its files tell what was asked
${folderTable()}`;

/** What a person typed after `npm run import --`. Throws an Error that says what is wrong with it. */
export function readImportArguments(args: readonly string[]): {
  dir: string;
  json: boolean;
} {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
    },
  });
  const [dir, ...more] = positionals;
  if (dir === undefined) throw new Error("Name the folder with the recorded answers.");
  if (more.length > 0) throw new Error("One folder at a time.");
  if (!existsSync(dir)) throw new Error(`There is no folder ${dir}.`);
  return { dir, ...values };
}
