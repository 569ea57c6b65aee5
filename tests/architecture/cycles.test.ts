import { expect, test } from "vitest";
import { importsOf, sourceFiles } from "./source-files";

const known = new Set(sourceFiles);
const EXTENSIONS = ["", ".ts", ".tsx", ".mjs", "/index.ts"];
const fileOf = (target: string) =>
  EXTENSIONS.map((end) => target + end).find((file) => known.has(file));

/** Each cycle is found from its first file, as a path that ends where it began. */
function findCycles(): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) cycles.push([...trail.slice(at), file].join(" -> "));
    if (at >= 0 || done.has(file)) return;
    for (const target of importsOf(file)) {
      const next = fileOf(target);
      if (next) visit(next, [...trail, file]);
    }
    done.add(file);
  };
  for (const file of sourceFiles) visit(file, []);
  return cycles;
}

test("no import cycles", () => {
  expect(findCycles()).toEqual([]);
});
