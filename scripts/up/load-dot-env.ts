import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../install.mjs";

/** Reads .env beside package.json, if there is one. What is set in the environment already stays. */
export function loadDotEnv(): void {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
