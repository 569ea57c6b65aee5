import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { createDatabase, dropDatabase } from "@/lib/db/throwaway-database";
import { withConnection } from "@/lib/db/with-connection";
import type { Scope, StreamName } from "@/lib/model/stream";

const root = join(import.meta.dirname, "../../..");

export type KilledWorker = {
  freshDatabase(): Promise<void>;
  dropDatabase(): Promise<void>;
  /** Runs the worker in a process of its own, which kills itself at the given statement; 0 lets it live. */
  work(killAt: number): Promise<{ code: number | null; statements: string[] }>;
  /** Rows of each query, in a text that two databases can be compared by. */
  readRows(queries: Record<string, string>): Promise<string>;
};

/** Workers that work through the same wishes in the same database, over and over. */
export function killedWorker(means: {
  url: string;
  server: string;
  sourceUrl: string;
  wishes: readonly { stream: StreamName; scope: Scope }[];
}): KilledWorker {
  const { url, server, sourceUrl, wishes } = means;
  return {
    async freshDatabase() {
      await dropDatabase(url, server);
      await createDatabase(url, server);
      await deployMigrations({ url });
    },
    dropDatabase: () => dropDatabase(url, server),
    async work(killAt) {
      const log = join(mkdtempSync(join(tmpdir(), "killed-")), "statements");
      writeFileSync(log, "");
      const child = spawn(
        process.execPath,
        ["--import", "tsx", join(import.meta.dirname, "kill-worker.ts")],
        {
          cwd: root,
          stdio: ["ignore", "ignore", "inherit"],
          env: {
            ...process.env,
            DATABASE_URL: url,
            MONGODB_URI: "",
            LUFTHANSA_BASE_URL: sourceUrl,
            KILL_AT: String(killAt),
            KILL_LOG: log,
            KILL_WISHES: JSON.stringify(wishes),
          },
        },
      );
      const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
      return { code, statements: readFileSync(log, "utf8").split("\n").filter(Boolean) };
    },
    readRows: (queries) =>
      withConnection(url, async (connection) => {
        const parts = Object.entries(queries).map(async ([name, sql]) => {
          const rows = await connection.query(sql);
          return `${name}\n${rows.map((row: unknown) => JSON.stringify(row)).join("\n")}`;
        });
        return (await Promise.all(parts)).join("\n");
      }),
  };
}

/** A small generator (mulberry32), so that a failure can be had again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many places among the statements to die at: one at each thing that must not be torn, the others anywhere. */
export function choosePoints(
  statements: readonly string[],
  { seed, count, amid }: { seed: number; count: number; amid: readonly RegExp[] },
): Map<number, string> {
  const random = seeded(seed);
  const anyOf = (pattern: RegExp): [number, string] => {
    const places = statements.flatMap((text, index) => (pattern.test(text) ? [index] : []));
    const place = places[Math.floor(random() * places.length)];
    if (place === undefined) throw new Error(`no statement matches ${pattern}`);
    return [place + 1, statements[place] ?? ""];
  };
  const points = new Map(amid.map(anyOf));
  while (points.size < count) points.set(...anyOf(/./));
  return points;
}
