import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { requireWritable } from "../../scripts/databases/require-writable";

test("a folder that is missing is made; one that cannot be is refused with what to do", () => {
  const folder = mkdtempSync(join(tmpdir(), "dst-airlines-writable-"));
  requireWritable(join(folder, "a", "b"));
  expect(statSync(join(folder, "a", "b")).isDirectory()).toBe(true);
  writeFileSync(join(folder, "file"), "");
  expect(() => requireWritable(join(folder, "file", "below"))).toThrow(
    /cannot be written \(ENOTDIR\)\. Nothing was changed\. .*another folder/,
  );
});
