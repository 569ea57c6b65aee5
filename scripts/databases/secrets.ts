import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Secrets = z.record(z.string(), z.string());

/**
 * A random secret of this DATA_DIR, made on first use and the same from then on. `secrets.json` is readable by its owner
 * only. Throws when the file is there but cannot be read: a new secret would lock us out of what the old one opens.
 */
export function dataDirSecret(dataDir: string, name: string): string {
  const file = join(dataDir, "secrets.json");
  const secrets = readSecrets(file);
  const known = secrets[name];
  if (known) return known;
  const made = randomBytes(24).toString("base64url");
  mkdirSync(dataDir, { recursive: true });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify({ ...secrets, [name]: made }, null, 2)}\n`, {
    mode: 0o600,
  });
  renameSync(beside, file);
  return made;
}

/** A secret that was made before, or null. */
export const findDataDirSecret = (dataDir: string, name: string): string | null =>
  readSecrets(join(dataDir, "secrets.json"))[name] ?? null;

function readSecrets(file: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
  try {
    return Secrets.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(
      `${file} is not readable as JSON. Nothing was changed. Restore it from a backup.`,
      { cause },
    );
  }
}
