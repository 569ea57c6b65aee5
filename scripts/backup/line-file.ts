import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { LineFile } from "./manifest";

/** Writes lines to a compressed file that only its owner may read: it holds password hashes. */
export async function writeLines(
  folder: string,
  file: string,
  lines: AsyncIterable<string>,
): Promise<LineFile> {
  const hash = createHash("sha256");
  let count = 0;
  async function* noted() {
    for await (const line of lines) {
      const text = `${line}\n`;
      hash.update(text);
      count += 1;
      yield text;
    }
  }
  const target = createWriteStream(join(folder, file), { mode: 0o600, flags: "wx" });
  await pipeline(Readable.from(noted()), createGzip(), target);
  return { file, lines: count, sha256: hash.digest("hex") };
}

/** The lines of a file as they were written. Throws when it is damaged. */
export async function* readLines(folder: string, file: string): AsyncGenerator<string> {
  const text = createGunzip();
  // The reader of `text` meets what goes wrong here: pipeline hands it on.
  pipeline(createReadStream(join(folder, file)), text).catch(() => undefined);
  let rest = "";
  for await (const chunk of text.setEncoding("utf8")) {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest) throw new Error(`${file} ends in the middle of a line.`);
}

/** Number and sha-256 of lines, without writing them anywhere. */
export async function countLines(lines: AsyncIterable<string>): Promise<Omit<LineFile, "file">> {
  const hash = createHash("sha256");
  let count = 0;
  for await (const line of lines) {
    hash.update(`${line}\n`);
    count += 1;
  }
  return { lines: count, sha256: hash.digest("hex") };
}
