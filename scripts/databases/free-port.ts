import { createServer } from "node:net";

/** A TCP port of this machine that nobody listens on: `wanted` when it is free, else one that the system chooses. */
export async function freePort(wanted = 0): Promise<number> {
  const port = await tryListen(wanted);
  if (port !== null) return port;
  const chosen = await tryListen(0);
  if (chosen === null) throw new Error("This machine gives no free port on 127.0.0.1.");
  return chosen;
}

function tryListen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}
