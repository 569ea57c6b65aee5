import { mkdirSync, readdirSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import type { PrivateServer } from "./private-server";

/** What MongoDB's storage engine leaves in each of its data directories. */
const OWN_FILES = ["WiredTiger", "storage.bson", "mongod.lock"];
const PING_MILLISECONDS = 2_000;

/** A private MongoDB on 127.0.0.1 only, without a socket: its path may hold 107 bytes and DATA_DIR may be longer. */
export function mongodServer(program: string): PrivateServer & { uri(port: number): string } {
  return {
    name: "mongo",
    uri: (port) => `mongodb://127.0.0.1:${port}/dst_airlines`,
    prepare: async (directory) => {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      const files = readdirSync(directory);
      if (files.length === 0 || OWN_FILES.some((file) => files.includes(file))) return;
      throw new Error(
        `${directory} holds files that are not MongoDB's (${files.slice(0, 3).join(", ")} …). Nothing was changed. Move them away, or set DATA_DIR to another folder.`,
      );
    },
    command: (directory, port) => ({
      program,
      args: [
        `--dbpath=${directory}`,
        `--port=${port}`,
        "--bind_ip=127.0.0.1",
        "--nounixsocket",
        "--wiredTigerCacheSizeGB=0.25",
        `--pidfilepath=${join(directory, "mongod.pid")}`,
      ],
    }),
    mark: (directory) => `--dbpath=${directory}`,
    // mongod listens only when it is ready for questions.
    ping: (port) =>
      new Promise((resolve, reject) => {
        const socket = createConnection({ host: "127.0.0.1", port });
        socket.setTimeout(PING_MILLISECONDS, () => socket.destroy(new Error("no answer")));
        socket.once("error", reject);
        socket.once("connect", () => {
          socket.destroy();
          resolve();
        });
      }),
  };
}
