import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { identityOf, isAlive } from "@/lib/process-identity";

const Identity = z.object({ pid: z.number().int(), startedAt: z.string() });

/** The starts that serve the build of one checkout, one file each, so that nobody builds it anew under their feet. */
export class RunningCopies {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Notes that this process serves the build from now on; the returned function takes the note away. */
  register(): () => void {
    mkdirSync(this.#folder, { recursive: true });
    const file = join(this.#folder, String(process.pid));
    writeFileSync(file, JSON.stringify(identityOf(process.pid)));
    return () => rmSync(file, { force: true });
  }

  /** Process numbers of the others that still live. */
  others(): number[] {
    mkdirSync(this.#folder, { recursive: true });
    return readdirSync(this.#folder)
      .map((name) => Identity.safeParse(parse(join(this.#folder, name))).data)
      .flatMap((copy) => (copy && copy.pid !== process.pid && isAlive(copy) ? [copy.pid] : []));
  }
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null; // Gone since it was listed, or cut off by a crash: nobody serves by it.
  }
}
