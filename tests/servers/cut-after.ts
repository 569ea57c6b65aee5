import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";

/** A way to the server on `port` that breaks off when the server has said more than `bytes`. */
export async function cutAfter(
  bytes: number,
  port: number,
): Promise<{ port: number; close(): void }> {
  const proxy = createServer((caller) => {
    const server = connect(port, "127.0.0.1");
    let said = 0;
    caller.on("error", () => server.destroy());
    server.on("error", () => caller.destroy());
    caller.pipe(server);
    server.on("data", (data) => {
      said += data.length;
      if (said <= bytes) return caller.write(data);
      caller.destroy();
      return server.destroy();
    });
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  // A TCP server that listens has an address with a port.
  return { port: (proxy.address() as AddressInfo).port, close: () => proxy.close() };
}
