import { accessSync, constants, mkdirSync } from "node:fs";

/** Makes a folder where it is missing. Throws, saying what to do, when it cannot be made or written. */
export function requireWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const why = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new Error(
      `The folder ${folder} cannot be written (${why}). Nothing was changed. Mend its permissions, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}
