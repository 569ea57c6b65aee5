import { type Browser, chromium } from "playwright";
import { findChromium } from "../../../scripts/test/find-chromium";

/** Quiet: without these Chromium asks for hosts on the internet that no test needs. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser without a window. Throws when there is none: ask findChromium first. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("There is no Chromium: apt-get install chromium");
  return chromium.launch({ executablePath, args: FLAGS });
}
