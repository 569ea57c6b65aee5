import { join } from "node:path";
import { root } from "../install.mjs";
import { type Child, startChild } from "./child";

/** Starts the stand-in for Lufthansa on a free port and resolves with its address when it answers. */
export async function startSandboxProcess(options: {
  say: (line: string) => void;
}): Promise<{ child: Child; url: string }> {
  const child = startChild({
    name: "the sandbox",
    command: process.execPath,
    args: ["--import", "tsx", join(root, "sandbox/main.ts"), "--port", "0"],
    env: process.env,
    onLine: (line) => {
      if (!line.startsWith("sandbox http")) options.say(line);
    },
  });
  const [, url = ""] = await child.waitForLine(/^sandbox (http:\S+)/);
  return { child, url };
}
