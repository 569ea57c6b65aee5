import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type TcpProxy = {
  port: number;
  /** As if the server had gone: open connections break and new ones are refused. */
  interrupt(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
};

/** Stands between a client and a server that others use too, so that a test can take it away. */
export async function startTcpProxy(serverPort: number, host = "127.0.0.1"): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(serverPort, host);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream).pipe(client);
  });
  const listen = async (port: number) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  const interrupt = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await listen(0);
  // An address of a server that listens on a port is never a string.
  const { port } = server.address() as AddressInfo;
  return { port, interrupt, resume: () => listen(port), stop: interrupt };
}
