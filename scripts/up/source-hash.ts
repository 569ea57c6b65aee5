import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Everything that the built application is made of. */
const BUILD_INPUTS = [
  "app",
  "components",
  "data",
  "inngest",
  "lib",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "instrumentation-node.ts",
  "next.config.mjs",
  "proxy.ts",
  "package-lock.json",
  "tsconfig.json",
];

function* filesBelow(path: string): Generator<string> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) yield path;
  if (!found?.isDirectory()) return;
  for (const name of readdirSync(path).sort()) {
    if (name !== "generated") yield* filesBelow(join(path, name));
  }
}

/** Hash of names and contents of all that a build reads, so that an unchanged tree is not built again. */
export function sourceHash(root: string): string {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0] ?? "");
  for (const input of BUILD_INPUTS) {
    for (const file of filesBelow(join(root, input))) {
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}
