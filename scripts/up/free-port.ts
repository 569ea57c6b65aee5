import { createServer } from "node:net";

/** Whether nobody listens on this port of this host. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** The first free port from `from` on, looking at no more than 50. Rejects when all are taken. */
export async function nextFreePort(from: number, host: string): Promise<number> {
  for (let port = from; port < from + 50 && port <= 65_535; port += 1) {
    if (await isPortFree(port, host)) return port;
  }
  throw new Error(`No free port from ${from} to ${from + 49} on ${host}.`);
}
