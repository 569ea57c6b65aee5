import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "./archived-answer";

/** What is written in one file: its bytes, and what they say. */
export type ArchiveFile = { bytes: Uint8Array; json: unknown };

export type ArchiveFiles = {
  /** Throws an Error where the file is no JSON. */
  open(file: string): Promise<ArchiveFile>;
  /** The body of an answer: the file as it is, or the part of it, written anew without spaces. */
  bodyOf(place: Place): Promise<Uint8Array>;
};

/** The files below a folder. The last one stays open: its answers are wanted one after the other. */
export function archiveFiles(root: string): ArchiveFiles {
  let last: { file: string; content: ArchiveFile } | null = null;
  const open = async (file: string) => {
    if (last?.file === file) return last.content;
    const bytes = await readFile(join(root, file));
    const content = { bytes, json: JSON.parse(bytes.toString("utf8")) as unknown };
    last = { file, content };
    return content;
  };
  return {
    open,
    bodyOf: async ({ file, item }) => {
      const { bytes, json } = await open(file);
      return item === null ? bytes : toBody(partOf(json, item));
    },
  };
}

/** One answer of several in a file, as bytes. */
export const toBody = (answer: unknown): Uint8Array => Buffer.from(JSON.stringify(answer), "utf8");

const partOf = (json: unknown, item: string | number): unknown =>
  Object.entries(json ?? {}).find(([name]) => name === String(item))?.[1];
