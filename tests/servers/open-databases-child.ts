import { once } from "node:events";
import { openDatabases } from "../../scripts/databases/open-databases";

/** Opens the databases of its first argument, says so in one line of JSON, and closes them at SIGTERM. */
const [dataDir = "", mongod = ""] = process.argv.slice(2);
const alive = setInterval(() => undefined, 1000);
const asked = once(process, "SIGTERM");
const { close, ...opened } = await openDatabases({
  dataDir,
  settings: { DATABASE_URL: process.env.DATABASE_URL },
  mongod: mongod || null,
  log: (line) => process.stderr.write(`${line}\n`),
});
process.stdout.write(`${JSON.stringify(opened)}\n`);
await asked;
await close();
clearInterval(alive);
