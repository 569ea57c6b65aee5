import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const beside = fileURLToPath(new URL("../../shared/lufthansa/payloads", import.meta.url));

/** Where answers recorded from the real API are, or null where they are not: tests that need them are skipped then. */
export const recordedDir: string | null = existsSync(beside) ? beside : null;
