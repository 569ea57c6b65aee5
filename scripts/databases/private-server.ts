import { randomUUID } from "node:crypto";
import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { identityOf, isAlive } from "@/lib/process-identity";
import { withFileLock } from "./file-lock";
import { freePort } from "./free-port";
import { processesWithArgument } from "./processes-with-argument";
import { readServerState, type ServerState, writeServerState } from "./server-state";
import { startServer } from "./start-server";
import { stopProcess } from "./stop-process";
import { waitUntilReady } from "./wait-until-ready";

export type PrivateServer = {
  /** Names its folder, state and log under DATA_DIR. */
  name: string;
  /** Makes the data directory when there is none yet; refuses one that is not ours. */
  prepare(directory: string): Promise<void>;
  command(directory: string, port: number): { program: string; args: string[] };
  /** The argument among those of `command` by which a running server of this directory is known. */
  mark(directory: string): string;
  /** Rejects as long as the server does not answer on this port. */
  ping(port: number): Promise<void>;
  /** Called when the server answers, with whether it was started just now. */
  ready?(started: boolean): void;
};

export type Log = (message: string) => void;
export type OpenServer = {
  port: number;
  /** Whether nobody else used it: started now, or left over by a run that was killed. */
  started: boolean;
  close(): Promise<void>;
};

const PORT_TRIES = 3;

/**
 * Starts the private server of `dataDir`, or joins the one that runs. Each call is one user of it; `close` leaves it,
 * and stops it when no living user remains. Processes that call this at once get one server.
 */
export async function openPrivateServer(
  server: PrivateServer,
  { dataDir, log }: { dataDir: string; log: Log },
): Promise<OpenServer> {
  mkdirSync(dataDir, { recursive: true });
  const root = realpathSync(dataDir);
  const place = {
    directory: join(root, server.name),
    state: join(root, "run", `${server.name}.json`),
    lock: join(root, "run", `${server.name}.lock`),
    log: join(root, "logs", `${server.name}.log`),
  };
  const waiting = (pid: number) =>
    log(`${server.name}: waiting for process ${pid}, which is starting or stopping it`);
  const user = { ...identityOf(process.pid), id: randomUUID() };

  const opened = await withFileLock(place.lock, () => open(server, place, user, log), waiting);
  return {
    ...opened,
    close: () => withFileLock(place.lock, () => leave(place, user.id), waiting),
  };
}

type Place = { directory: string; state: string; lock: string; log: string };

async function open(
  server: PrivateServer,
  place: Place,
  user: ServerState["users"][number],
  log: Log,
) {
  const known = readServerState(place.state, place.directory);
  const running = runningServer(server, place, known);
  const users = running ? (known?.users ?? []).filter(isAlive) : [];
  if (running) {
    if (users.length === 0) log(`${server.name}: taking over the server of a run that was killed`);
    writeServerState(place.state, { ...running, users: [...users, user] });
    await waitUntilReady({
      server,
      port: running.port,
      identity: running.server,
      logFile: place.log,
      log,
    });
    server.ready?.(false);
    return { port: running.port, started: users.length === 0 };
  }
  await server.prepare(place.directory);
  const port = await start(server, place, { known, user, log });
  server.ready?.(true);
  return { port, started: true };
}

/** The server that is known to run, or one that runs unknown because its starter died before it could write it down. */
function runningServer(server: PrivateServer, place: Place, known: ServerState | null) {
  if (known?.server && isAlive(known.server)) return { ...known, server: known.server };
  for (const { pid, args } of processesWithArgument(server.mark(place.directory))) {
    const port = Number(/--port=(\d+)/.exec(args.join(" "))?.[1]);
    if (port) return { directory: place.directory, port, server: identityOf(pid), users: [] };
  }
  return null;
}

async function start(
  server: PrivateServer,
  place: Place,
  { known, user, log }: { known: ServerState | null; user: ServerState["users"][number]; log: Log },
): Promise<number> {
  log(`${server.name}: starting`);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? known?.port : 0);
    const identity = await startServer(server.command(place.directory, port), place.log);
    writeServerState(place.state, {
      directory: place.directory,
      port,
      server: identity,
      users: [user],
    });
    try {
      await waitUntilReady({ server, port, identity, logFile: place.log, log });
      return port;
    } catch (error) {
      await stopProcess(identity);
      // Somebody else may have taken the port between the look and the start.
      if (attempt >= PORT_TRIES || (await freePort(port)) === port) throw error;
    }
  }
}

async function leave(place: Place, userId: string): Promise<void> {
  const state = readServerState(place.state, place.directory);
  if (!state) return;
  const users = state.users.filter((user) => user.id !== userId && isAlive(user));
  const inUse = users.length > 0;
  if (!inUse && state.server) await stopProcess(state.server);
  writeServerState(place.state, { ...state, users, server: inUse ? state.server : null });
}
