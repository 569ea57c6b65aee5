import { existsSync } from "node:fs";
import { chromium } from "playwright";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser to test with: the system's, else the one that Playwright downloaded; null when there is none. */
export function findChromium(): string | null {
  return [...PLACES, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}
