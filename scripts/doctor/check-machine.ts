import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Finding, findingOf } from "./finding";

const OLDEST_NODE = [20, 19] as const;
const GIB = 1024 ** 3;
const LITTLE_DISK = 5 * GIB;
const TOO_LITTLE_DISK = 1 * GIB;

/** Whether this Node runs the project. `version` is like `v20.19.0`. */
export function checkNode(version: string = process.version): Finding {
  const finding = findingOf("Node.js");
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) {
    return finding("ok", version);
  }
  return finding(
    "error",
    `${version} is too old`,
    "Install Node.js 20.19 or newer, best 24: https://nodejs.org",
  );
}

/** Whether `npm run up` can work on this system. */
export function checkPlatform(platform: string = process.platform): Finding {
  const finding = findingOf("System");
  if (platform === "linux" || platform === "darwin") return finding("ok", platform);
  if (platform === "win32") {
    return finding(
      "error",
      "Windows: no private databases can be started here",
      "Work inside WSL2 (wsl --install, then clone and npm run up there), or use docker compose up",
    );
  }
  return finding(
    "warning",
    `${platform} was never tried`,
    "Use docker compose up if something fails",
  );
}

/** Free space where DATA_DIR is, or will be. */
export function checkDisk(dataDir: string, free: number = freeBytes(dataDir)): Finding {
  const finding = findingOf("Disk");
  if (!isWritable(existingFolder(dataDir)))
    return finding(
      "error",
      `${dataDir} cannot be written`,
      "Mend its permissions, or set DATA_DIR to another folder",
    );
  const found = `${(free / GIB).toFixed(1)} GiB free for ${dataDir}`;
  if (free < TOO_LITTLE_DISK)
    return finding("error", found, "Free some space, or set DATA_DIR to a larger disk");
  if (free < LITTLE_DISK)
    return finding("warning", found, "The raw answers of a year want more: plan for 5 GiB");
  return finding("ok", found);
}

function freeBytes(dataDir: string): number {
  const { bavail, bsize } = statfsSync(existingFolder(dataDir));
  return bavail * bsize;
}

/** The folder itself, or where it will be made. */
function existingFolder(dataDir: string): string {
  let folder = resolve(dataDir);
  while (!existsSync(folder)) folder = dirname(folder);
  return folder;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
