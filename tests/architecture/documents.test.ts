import { expect, test } from "vitest";
import { Env } from "@/lib/env";
import { RULES } from "./rules";
import { filesIn, read } from "./source-files";

const LONGEST_ARCHITECTURE = 150;
const DOCUMENTS = filesIn(["docs"], /\.md$/).concat("README.md", "ARCHITECTURE.md");

test(".env.example names every setting and no other", () => {
  const named = [...read(".env.example").matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(Object.keys(Env.shape).toSorted());
});

test.each(RULES)("ARCHITECTURE.md says: $rule", ({ rule }) => {
  expect(read("ARCHITECTURE.md")).toContain(rule);
});

test(`ARCHITECTURE.md has at most ${LONGEST_ARCHITECTURE} lines`, () => {
  expect(read("ARCHITECTURE.md").trimEnd().split("\n").length).toBeLessThanOrEqual(
    LONGEST_ARCHITECTURE,
  );
});

test("every script that a document names exists", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = DOCUMENTS.flatMap((file) =>
    [...read(file).matchAll(/npm run ([a-z][a-z:-]*)/g)].map(([, name = ""]) => name),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("every file that a document links to exists", () => {
  const broken = DOCUMENTS.flatMap((file) =>
    [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)/g)]
      .map(([, target = ""]) => new URL(target, `file:///${file}`).pathname.slice(1))
      .filter((target) => !exists(decodeURIComponent(target)))
      .map((target) => `${file} -> ${target}`),
  );
  expect(broken).toEqual([]);
});

function exists(path: string): boolean {
  try {
    read(path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EISDIR";
  }
}
