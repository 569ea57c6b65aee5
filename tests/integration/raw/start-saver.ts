import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { PayloadStoreKind } from "@/lib/raw/payload-store";

/** Starts a process that saves one answer after the other and tells the ids of those that are saved. */
export function startSaver(kind: PayloadStoreKind, environment: Record<string, string>) {
  const script = fileURLToPath(new URL("./save-for-ever.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, kind], {
    env: { ...process.env, ...environment },
    // It ends with its standard input, whatever becomes of this process.
    stdio: ["pipe", "pipe", "inherit"],
  });
  return {
    /** Kills it as soon as it has told so many ids; gives all that it told. */
    killAfter: async (enough: number): Promise<string[]> => {
      const told: string[] = [];
      for await (const line of createInterface({ input: child.stdout })) {
        told.push(line);
        if (told.length === enough) child.kill("SIGKILL");
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      return told;
    },
  };
}
