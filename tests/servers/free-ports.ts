import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** So many ports of this machine's loopback that were free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  // All are held until the last is found, else the same one would come twice.
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  // An address of a server that listens on a port is never a string.
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}
