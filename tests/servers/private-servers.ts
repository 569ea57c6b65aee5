import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll } from "vitest";
import { askDatabaseServer } from "../../lib/db/database-server";
import { withConnection } from "../../lib/db/with-connection";
import { type Databases, openDatabases } from "../../scripts/databases/open-databases";
import { processesWithArgument } from "../../scripts/databases/processes-with-argument";
import { type Opener, startOpener } from "./opener";

/** Data directories with private servers for the test file that calls it; whatever still runs after a test is stopped. */
export function privateServers() {
  const home = mkdtempSync(join(tmpdir(), "dst-databases-"));
  const template = join(home, "template");
  const opened: { close(): Promise<void> }[] = [];
  let next = 0;

  /** Opens the databases from this process. */
  async function open(dataDir: string): Promise<Databases> {
    const databases = await openDatabases({ dataDir, settings: {}, mongod: null, log: () => {} });
    opened.push(databases);
    return databases;
  }

  beforeAll(async () => {
    const databases = await open(template);
    await withConnection(databases.databaseUrl, (connection) =>
      connection.query("CREATE TABLE kept (id INT)"),
    );
    await databases.close();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((databases) => databases.close()));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  return {
    home,
    open,
    /** A DATA_DIR whose server ran once already: making a data directory takes seconds. */
    usedDataDir(name = `data-${++next}`): string {
      const dataDir = join(home, name);
      cpSync(template, dataDir, { recursive: true });
      return dataDir;
    },
    /** Opens the databases from another process, which can be killed. */
    async opener(dataDir: string): Promise<Opener> {
      const started = await startOpener({ dataDir });
      opened.push(started);
      return started;
    },
    servers: (dataDir: string) => processesWithArgument(`--datadir=${join(dataDir, "mysql")}`),
    answers: (url: string) =>
      askDatabaseServer(url).then(
        () => true,
        () => false,
      ),
  };
}
