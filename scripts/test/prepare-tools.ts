import { ensureMariadb } from "../databases/ensure-mariadb";
import { installDebianPackages } from "../debian-packages";
import { findChromium } from "./find-chromium";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Installs what the tests need beside npm packages, where that is allowed. What cannot be had is skipped, and said. */
export async function prepareTools(): Promise<void> {
  await ensureMariadb(say);
  if (!findChromium()) {
    await installDebianPackages(["chromium"], "The browser tests need Chromium", say);
  }
}
