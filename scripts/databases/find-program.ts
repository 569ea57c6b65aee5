import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Where servers are found that are not on everybody's PATH: Debian keeps them in sbin, Homebrew in its own prefix. */
const MORE_FOLDERS = [
  "/usr/sbin",
  "/usr/local/sbin",
  "/usr/local/bin",
  "/usr/local/mariadb/bin",
  "/opt/homebrew/bin",
  "/opt/homebrew/opt/mariadb/bin",
  "/usr/local/opt/mariadb/bin",
  "/home/linuxbrew/.linuxbrew/bin",
];

/** The full path of a program on the PATH or in a usual folder, or null. */
export function findProgram(
  name: string,
  path = process.env.PATH ?? "",
  more: readonly string[] = MORE_FOLDERS,
): string | null {
  const folders = [...path.split(delimiter).filter(Boolean), ...more];
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
