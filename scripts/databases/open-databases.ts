import { resolve } from "node:path";
import { env } from "@/lib/env";
import { ensureMariadb } from "./ensure-mariadb";
import { findProgram } from "./find-program";
import { mariadbServer } from "./mariadb-server";
import { mongodServer } from "./mongod-server";
import { type Log, type OpenServer, openPrivateServer } from "./private-server";
import { requireWritable } from "./require-writable";

export type Databases = {
  databaseUrl: string;
  /** Null where there is no MongoDB: raw payloads then go to MySQL. */
  mongodbUri: string | null;
  /** Those that this call started or took over from a killed run. */
  started: ("mysql" | "mongo")[];
  /** Leaves the private servers; the last command that uses one stops it. */
  close(): Promise<void>;
};

type Opening = {
  dataDir: string;
  log: Log;
  settings?: { DATABASE_URL?: string | undefined; MONGODB_URI?: string | undefined };
  /** A `mongod` program, null for none; looked for on the PATH when not given. */
  mongod?: string | null;
};

/**
 * The databases to work with: DATABASE_URL and MONGODB_URI where they are set, else private servers under `dataDir`,
 * started now or joined. Throws, naming the one command that helps, when there is no MariaDB.
 */
export async function openDatabases({
  dataDir: givenDir,
  log,
  settings = env(),
  mongod = findProgram("mongod"),
}: Opening): Promise<Databases> {
  const dataDir = resolve(givenDir);
  if (!settings.DATABASE_URL) requireWritable(dataDir);
  const opened: { name: "mysql" | "mongo"; server: OpenServer }[] = [];
  const close = async () => {
    for (const { server } of opened.splice(0).reverse()) await server.close();
  };

  try {
    let databaseUrl = settings.DATABASE_URL;
    if (!databaseUrl) {
      const mariadb = mariadbServer(await ensureMariadb(log), dataDir);
      const server = await openPrivateServer(mariadb, { dataDir, log });
      opened.push({ name: "mysql", server });
      databaseUrl = mariadb.url(server.port);
    }
    let mongodbUri = settings.MONGODB_URI ?? null;
    if (!mongodbUri && mongod) {
      const mongo = mongodServer(mongod);
      const server = await openPrivateServer(mongo, { dataDir, log });
      opened.push({ name: "mongo", server });
      mongodbUri = mongo.uri(server.port);
    }
    const started = opened.filter(({ server }) => server.started).map(({ name }) => name);
    return { databaseUrl, mongodbUri, started, close };
  } catch (error) {
    await close();
    throw error;
  }
}
