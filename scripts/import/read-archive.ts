import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type ArchiveFiles, archiveFiles } from "./archive-files";
import type { ArchivedFlights, ArchivedPage, Ignored } from "./archived-answer";
import { FOLDERS, type Folder } from "./folders";
import { readDayFile, readLinkedFile } from "./read-flight-file";
import { readListFile } from "./read-list-file";

export type Archive = {
  files: ArchiveFiles;
  flights: ArchivedFlights[];
  pages: ArchivedPage[];
  ignored: Ignored[];
};

/**
 * Looks through a folder of recorded answers, or through one of its folders, and names all that surely is one. Bodies stay in
 * the files. The same answer in two files counts once. Throws an Error where there is no such folder.
 */
export async function readArchive(dir: string): Promise<Archive> {
  const root = resolve(dir);
  const isFolder = await stat(root).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new Error(`There is no folder ${dir}. Nothing was imported.`);
  const single = FOLDERS[basename(root)];
  const files = archiveFiles(root);
  const archive: Archive = { files, flights: [], pages: [], ignored: [] };
  const read = (folder: Folder, below: string) => readFolder(archive, { root, folder, below });
  if (single) await read(single, "");
  else await readEach(root, archive.ignored, read);
  archive.flights = once(archive.flights);
  archive.pages = once(archive.pages);
  return archive;
}

async function readEach(
  root: string,
  ignored: Ignored[],
  read: (folder: Folder, below: string) => Promise<void>,
): Promise<void> {
  for (const entry of await entriesOf(root)) {
    const folder = FOLDERS[entry.name];
    if (folder && entry.isDirectory) await read(folder, entry.name);
    else if (entry.isDirectory) {
      ignored.push({ file: `${entry.name}/`, reason: "the table knows no folder of this name" });
    } else ignored.push({ file: entry.name, reason: "it lies in no folder of the table" });
  }
}

type Reading = {
  root: string;
  folder: Folder;
  below: string;
};

async function readFolder(archive: Archive, reading: Reading): Promise<void> {
  const { root, below } = reading;
  for (const entry of await entriesOf(join(root, below))) {
    const file = join(below, entry.name);
    if (entry.isDirectory) {
      archive.ignored.push({ file: `${file}/`, reason: "it lies within a folder of answers" });
    } else if (!entry.name.endsWith(".json")) {
      archive.ignored.push({ file, reason: "it is no .json file" });
    } else {
      await readFile(archive, reading, file);
    }
  }
}

async function readFile(archive: Archive, { folder }: Reading, file: string): Promise<void> {
  const content = await archive.files.open(file).catch(() => null);
  if (!content) {
    archive.ignored.push({ file, reason: "it cannot be read as JSON" });
    return;
  }
  if (folder.told === "positions") {
    const { answers, ignored } = readListFile(folder.stream, file, content);
    archive.pages.push(...answers);
    archive.ignored.push(...ignored);
    return;
  }
  const read = folder.told === "boards" ? readDayFile : readLinkedFile;
  const { answers, ignored } = read({ stream: folder.stream, file, content });
  archive.flights.push(...answers);
  archive.ignored.push(...ignored);
}

async function entriesOf(folder: string): Promise<{ name: string; isDirectory: boolean }[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

const once = <Answer extends { payloadId: string }>(answers: readonly Answer[]): Answer[] => [
  ...new Map(answers.map((answer) => [answer.payloadId, answer])).values(),
];
