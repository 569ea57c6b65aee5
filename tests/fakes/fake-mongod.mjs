import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** Takes the arguments of a mongod, marks its data directory, listens on its port, and ends at SIGTERM. */
const option = (name) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

writeFileSync(join(option("dbpath"), "WiredTiger"), "fake");
const server = createServer((socket) => socket.end()).listen(Number(option("port")), "127.0.0.1");
process.once("SIGTERM", () => {
  writeFileSync(join(option("dbpath"), "stopped"), "cleanly");
  server.close();
});
