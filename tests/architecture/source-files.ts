import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const IGNORED = new Set(["node_modules", ".next", ".data", ".git", "generated"]);

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (IGNORED.has(entry.name)) return [];
    return entry.isDirectory() ? walk(path) : [path];
  });
}

/** Every file below these folders, as paths from the root. Throws when there is none: a check of nothing proves nothing. */
export function filesIn(folders: readonly string[], pattern: RegExp): string[] {
  const present = folders.filter((folder) =>
    statSync(join(root, folder), { throwIfNoEntry: false }),
  );
  const files = present.flatMap(walk).filter((file) => pattern.test(file));
  if (files.length === 0) throw new Error(`no files in ${folders.join(", ")} match ${pattern}`);
  return files.sort();
}

const ROOTS = ["app", "components", "inngest", "lib", "sandbox", "scripts"];

/** The product's own source, without tests. */
export const sourceFiles = [
  ...filesIn(ROOTS, /\.(ts|tsx|mjs)$/),
  ...readdirSync(root).filter((file) => /^(instrumentation.*|proxy)\.ts$/.test(file)),
];

export const read = (file: string): string => readFileSync(join(root, file), "utf8");

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']/g;

/** Every module that `text` (the source of `file`) imports: our own as paths from the root, packages by name. */
export function importsIn(file: string, text: string): string[] {
  return [...text.matchAll(IMPORT)].map(([, specifier = ""]) => {
    if (specifier.startsWith("@/")) return specifier.slice(2);
    if (specifier.startsWith(".")) return posix.normalize(posix.join(dirname(file), specifier));
    return specifier;
  });
}

export const importsOf = (file: string): string[] => importsIn(file, read(file));
