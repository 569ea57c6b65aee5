import { basename } from "node:path";
import { expect, test } from "vitest";
import { filesIn, read, sourceFiles } from "./source-files";

const LONGEST_FILE = 250;
const NEXT_FILES =
  /^(page|layout|loading|error|not-found|global-error|route|template|default|icon|manifest|robots)\.(ts|tsx|svg)$/;
const CODE = /\.(ts|tsx|mjs|css|sql|sh|prisma|go)$/;
const everything = [...sourceFiles, ...filesIn(["tests", "prisma", "components", "app"], CODE)];

test("app/ holds nothing but files that Next names", () => {
  const strangers = filesIn(["app"], /./).filter((file) => !NEXT_FILES.test(basename(file)));
  expect(strangers).toEqual([]);
});

test("file names are kebab-case", () => {
  const named = everything.filter((file) => !file.startsWith("prisma/migrations/"));
  expect(named.filter((file) => !/^[a-z0-9.-]+$/.test(basename(file)))).toEqual([]);
});

test(`no file is longer than ${LONGEST_FILE} lines`, () => {
  const written = everything.filter((file) => !/^prisma\/(migrations|schema)/.test(file));
  const long = written
    .map((file) => ({ file, lines: read(file).trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > LONGEST_FILE);
  expect(long).toEqual([]);
});

test("no file has a name that says nothing", () => {
  const vague =
    /^(utils?|helpers?|common|misc|types|constants|data|manager|service)\.(ts|tsx|mjs)$/;
  expect(everything.filter((file) => vague.test(basename(file)))).toEqual([]);
});

test("process.env is read in lib/env only, besides scripts that start processes", () => {
  const readers = sourceFiles.filter(
    (file) =>
      !/^(lib\/env\.ts|scripts\/|instrumentation\.ts)/.test(file) &&
      /process\.env\b/.test(read(file)),
  );
  expect(readers).toEqual([]);
});
