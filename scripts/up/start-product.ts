import { join } from "node:path";
import { findSourceSettings } from "@/inngest/source";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { claimOrigin } from "@/lib/db/origin";
import { closePool } from "@/lib/db/pool";
import { findRuns } from "@/lib/db/runs/find-runs";
import { ensureAdmin } from "@/lib/db/users/ensure-admin";
import { env, overrideEnv } from "@/lib/env";
import { openMongoPayloadStore } from "@/lib/raw/mongodb";
import { findRunningMariadb } from "../databases/find-running-mariadb";
import { openDatabases } from "../databases/open-databases";
import { dataDirSecret } from "../databases/secrets";
import { checkReads } from "../doctor/check-reads";
import type { Finding } from "../doctor/finding";
import { root } from "../install.mjs";
import { buildApp, servers } from "./build-app";
import { startChild } from "./child";
import { choosePort } from "./choose-port";
import { followFirstRound } from "./follow-first-round";
import { needsSandbox } from "./needs-sandbox";
import { endOf, privateDatabaseEnd } from "./part-end";
import type { RunningState } from "./running-state";
import { startSandboxProcess } from "./start-sandbox-process";
import type { Undo } from "./undo";
import { waitUntilReady } from "./wait-until-ready";

/** `start` serves a build; `dev` compiles pages as they are asked for and follows every edit. */
export type Mode = "start" | "dev";

type Start = {
  mode: Mode;
  dataDir: string;
  state: RunningState;
  say: (line: string) => void;
  undo: Undo;
  signal: AbortSignal;
};

/** Starts databases, sandbox and application in order, prints where and how to sign in, and waits for the end. */
export async function startProduct(start: Start): Promise<void> {
  const { dataDir, state, say, undo, signal } = start;
  const port = await choosePort(say);

  const databases = await openDatabases({ dataDir, log: say });
  undo.later(() => databases.close());
  const parts: Promise<string>[] = [];
  // Watched from its start on: looked at later, one that is dead already would pass for one that is not private.
  if (findRunningMariadb(dataDir) === databases.databaseUrl) {
    parts.push(privateDatabaseEnd(dataDir, signal));
  }
  overrideEnv({
    DATABASE_URL: databases.databaseUrl,
    MONGODB_URI: databases.mongodbUri ?? undefined,
  });
  undo.later(closePool);
  // A raw store that was set and does not answer ends the start here instead of failing every job later.
  if (databases.mongodbUri) await (await openMongoPayloadStore(databases.mongodbUri)).close();
  signal.throwIfAborted();

  const applied = await deployMigrations();
  say(applied.length > 0 ? `applied ${applied.length} migrations` : "the database is up to date");
  signal.throwIfAborted();

  if (start.mode === "start" && (await buildApp(say, signal))) say("the application is built");
  signal.throwIfAborted();

  undo.later(servers.register());

  if (needsSandbox(env())) {
    const sandbox = await startSandboxProcess({ say });
    state.addChild(sandbox.child.pid);
    undo.later(() => sandbox.child.stop());
    parts.push(endOf(sandbox.child));
    overrideEnv({ LUFTHANSA_BASE_URL: sandbox.url });
    state.setSandbox(sandbox.url);
    say(
      `sandbox at ${sandbox.url}: not real flights (set LUFTHANSA_CLIENT_ID and _SECRET for real ones)`,
    );
  }
  const { origin } = await findSourceSettings();
  await claimOrigin(origin);
  tellReads(checkReads(env(), origin.kind), say);

  const app = startChild({
    name: "the application",
    command: process.execPath,
    args: [
      join(root, "node_modules/next/dist/bin/next"),
      start.mode,
      "-p",
      String(port),
      "-H",
      env().HOST,
    ],
    env: {
      ...appEnvironment(dataDir, port),
      NODE_ENV: start.mode === "dev" ? "development" : "production",
    },
    onLine: (line) => tellAppLine(line, say),
  });
  state.addChild(app.pid);
  undo.later(() => app.stop());
  const address = addressOf(env().HOST, port);
  await waitUntilReady({ port, host: env().HOST, app, signal });
  state.setAddress(address);

  // Only now: a password that is shown once must not be made by a start that fails.
  const admin = await ensureAdmin({ email: env().ADMIN_EMAIL, password: env().ADMIN_PASSWORD });
  if (admin) tellAdmin(admin, say);
  say(`ready ${address}`);

  void followFirstRound({
    findRuns: async () => (await findRuns({ skip: 0, limit: 50 })).items,
    say,
    signal,
  }).catch((error: unknown) => say(`the first round cannot be followed: ${error}`));
  const ended = await Promise.race([endOf(app), ...parts, aborted(signal)]);
  if (ended)
    throw new Error(`${ended} The data was kept. Start again: npm run ${npmName(start.mode)}`);
}

const npmName = (mode: Mode) => (mode === "dev" ? "dev" : "up");

function appEnvironment(dataDir: string, port: number): NodeJS.ProcessEnv {
  const settings = env();
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    DATA_DIR: dataDir,
    PORT: String(port),
    DATABASE_URL: settings.DATABASE_URL,
    ...(settings.MONGODB_URI ? { MONGODB_URI: settings.MONGODB_URI } : {}),
    LUFTHANSA_BASE_URL: settings.LUFTHANSA_BASE_URL,
    NEXTAUTH_SECRET: settings.NEXTAUTH_SECRET ?? dataDirSecret(dataDir, "session"),
  };
}

/** Next's own start lines say nothing that we do not; everything else of the application is passed on. */
function tellAppLine(line: string, say: (line: string) => void): void {
  if (/^\s*$|▲ Next\.js|- (Local|Network):|✓ (Starting|Ready|Running next\.config)/.test(line))
    return;
  say(line);
}

function tellAdmin(
  admin: { email: string; password: string | null },
  say: (line: string) => void,
): void {
  say("");
  say(`sign in as ${admin.email}`);
  if (admin.password)
    say(`password   ${admin.password}   (shown once; npm run admin:reset makes another)`);
  say("");
}

/** Only where somebody has to choose. */
function tellReads({ state, found, advice }: Finding, say: (line: string) => void): void {
  if (state !== "ok") say(`reading flights and reference data: ${found}\n  ${advice ?? ""}`);
}

/** Where a browser on this machine finds the application. */
function addressOf(host: string, port: number): string {
  if (["127.0.0.1", "0.0.0.0", "::", "localhost"].includes(host)) return `http://localhost:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

const aborted = (signal: AbortSignal) =>
  new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener("abort", () => resolve(null), { once: true });
  });
