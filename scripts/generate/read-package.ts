import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Reads a JSON file that an npm package ships. The caller names the shape, which the package's version fixes. */
export function readPackage<Shape>(path: string): Shape {
  // JSON.parse gives any; the packages are pinned exactly, so the shape is the one that was looked at.
  return JSON.parse(readFileSync(require.resolve(path), "utf8")) as Shape;
}
