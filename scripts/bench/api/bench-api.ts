import { join, resolve } from "node:path";
import { z } from "zod";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { claimOrigin } from "@/lib/db/origin";
import { closePool } from "@/lib/db/pool";
import { query } from "@/lib/db/query";
import { env, overrideEnv } from "@/lib/env";
import { openDatabases } from "../../databases/open-databases";
import { Undo } from "../../up/undo";
import { fillFlights } from "./fill-flights";
import { type ApiMeasure, measureApi } from "./measure-api";
import { startApp, startBare } from "./servers";
import { machineFacts } from "./show-api";

export type ApiBench = { flights: number; requests: number; rounds: number; seconds: number };

/**
 * Measures the API against a bare server over a database of its own, which stays below DATA_DIR/bench for the next time.
 * `signal` ends it early, leaving nothing running.
 */
export async function benchApi(
  wish: ApiBench,
  { say, signal }: { say: (line: string) => void; signal: AbortSignal },
): Promise<ApiMeasure & { machine: string }> {
  const undo = new Undo();
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("Stopped. The database was kept.")));
  });
  try {
    return await Promise.race([run(wish, say, undo), stopped]);
  } finally {
    for (const error of await undo.all()) say(`could not stop cleanly: ${error}`);
  }
}

async function run(wish: ApiBench, say: (line: string) => void, undo: Undo) {
  const databaseUrl = await openDatabase(say, undo);
  await fillFlights(wish.flights, say);
  const [server] = await query(z.object({ version: z.string() }), "SELECT VERSION() AS version");
  const machine = machineFacts(server?.version ?? "");
  say(machine);
  const bare = await startBare({ databaseUrl, undo });
  const app = await startApp({ databaseUrl, say, undo });
  return { machine, ...(await measureApi({ ...wish, app, bare, say })) };
}

/** Always a private one: nobody's data are to be measured, or to be in the way. */
async function openDatabase(say: (line: string) => void, undo: Undo): Promise<string> {
  const databases = await openDatabases({
    dataDir: join(resolve(env().DATA_DIR), "bench"),
    log: say,
    settings: {},
    mongod: null,
  });
  undo.later(() => databases.close());
  overrideEnv({ DATABASE_URL: databases.databaseUrl });
  undo.later(closePool);
  await deployMigrations();
  await claimOrigin({ kind: "sandbox", id: "bench" });
  return databases.databaseUrl;
}
