import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sourceHash } from "@/scripts/up/source-hash";

function project(): string {
  const root = mkdtempSync(join(tmpdir(), "source-hash-"));
  mkdirSync(join(root, "lib/db/generated"), { recursive: true });
  writeFileSync(join(root, "lib/env.ts"), "one");
  return root;
}

test("changes with content and with names, and only with those", () => {
  const root = project();
  const first = sourceHash(root);
  expect(sourceHash(root)).toBe(first);

  writeFileSync(join(root, "lib/env.ts"), "two");
  const edited = sourceHash(root);
  expect(edited).not.toBe(first);

  writeFileSync(join(root, "lib/log.ts"), "");
  expect(sourceHash(root)).not.toBe(edited);
});

test("what is generated and what is not built does not count", () => {
  const root = project();
  const first = sourceHash(root);
  writeFileSync(join(root, "lib/db/generated/client.ts"), "made");
  writeFileSync(join(root, "README.md"), "words");
  expect(sourceHash(root)).toBe(first);
});
