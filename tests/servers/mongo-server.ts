import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { findProgram } from "../../scripts/databases/find-program";
import { mongodServer } from "../../scripts/databases/mongod-server";
import { buildOnce, type Recipe } from "./build-once";
import { freePorts } from "./free-ports";
import { GO } from "./go";
import { waitForServer } from "./wait-for-server";
import { startWatched } from "./watched-child";

const sources = join(import.meta.dirname, "mongo");

/** FerretDB 1.24.2 over SQLite, from its Go module: 25 MB, one to two minutes. */
export const MONGO_RECIPE: Recipe = {
  name: "mongo-server",
  sources: ["go.mod", "go.sum", "main.go"].map((file) => join(sources, file)),
  needs: GO,
  command: (go, out) => ({
    command: go,
    args: ["build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", out, "."],
    cwd: sources,
    env: { CGO_ENABLED: "0" },
  }),
};

export type MongoServer = {
  kind: "given" | "mongod" | "built";
  /** Names a database that nobody else uses. */
  uri: string;
  /** Ends it and removes its files. A server that was given loses that database only. */
  stop(): Promise<void>;
  /** For a server of our own: end it as a crash would, and start it again on the same files and port. */
  crash: { kill(): Promise<void>; restart(): Promise<void> } | null;
};

/** A real server that speaks MongoDB's protocol: MONGODB_URI, else `mongod` on the PATH, else one that is built once. */
export async function startMongo(): Promise<MongoServer | { skipped: string }> {
  const database = `dst_test_${randomUUID().slice(0, 8)}`;
  const given = process.env.MONGODB_URI;
  if (given) return givenServer(given, database);
  const mongod = findProgram("mongod");
  const server = mongod ? { path: mongod } : await buildOnce(MONGO_RECIPE);
  if ("skipped" in server) return { skipped: `no MongoDB: ${server.skipped}` };

  const folder = await mkdtemp(join(tmpdir(), "dst-airlines-mongo-"));
  const [port = 0] = await freePorts(1);
  const { command, ping } = mongodServer(server.path);
  const args = mongod
    ? command(folder, port).args
    : ["-listen", `127.0.0.1:${port}`, "-dir", folder];
  const start = async () => {
    const logFile = join(folder, "server.log");
    const started = startWatched({ command: server.path, args, logFile });
    await waitForServer(started, () => ping(port));
    return started;
  };
  let child = await start();
  return {
    kind: mongod ? "mongod" : "built",
    uri: `mongodb://127.0.0.1:${port}/${database}`,
    stop: async () => {
      await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
    crash: {
      kill: () => child.kill(),
      restart: async () => {
        child = await start();
      },
    },
  };
}

/** Someone's server: the database of the test is dropped at the end, and nothing else is touched. */
function givenServer(uri: string, database: string): MongoServer {
  const [, server, path, query = ""] = /^(mongodb.*?:\/\/[^/?]+)\/?([^?]*)(\?.*)?$/.exec(uri) ?? [];
  const own = new URLSearchParams(query);
  // A user is looked up in the database of the address unless it says otherwise.
  if (path && !own.has("authSource")) own.set("authSource", path);
  const address = `${server ?? uri}/${database}?${own}`;
  const stop = async () => {
    const client = new MongoClient(address);
    await client.db().dropDatabase();
    await client.close();
  };
  return { kind: "given", uri: address, stop, crash: null };
}
