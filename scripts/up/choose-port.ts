import { env } from "@/lib/env";
import { isPortFree, nextFreePort } from "./free-port";

/** The port to listen on: the one that was set, which must be free; else 3000 or the next free one, which is said. */
export async function choosePort(say: (line: string) => void): Promise<number> {
  const { PORT, HOST } = env();
  if (await isPortFree(PORT, HOST)) return PORT;
  if (process.env.PORT) {
    throw new Error(
      `Port ${PORT} is in use. Stop what listens there, or set another PORT: PORT=${PORT + 1} npm run up`,
    );
  }
  const port = await nextFreePort(PORT + 1, HOST);
  say(`port ${PORT} is in use; taking ${port} (set PORT to choose)`);
  return port;
}
