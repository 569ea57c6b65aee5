import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildOnce, type Recipe } from "./build-once";
import { freePorts } from "./free-ports";
import { GO } from "./go";
import { waitForServer } from "./wait-for-server";
import { startWatched } from "./watched-child";

const script = join(import.meta.dirname, "inngest", "build.sh");

/** Inngest 1.43.0 from its Go module: about 100 MB, four minutes and more. */
export const INNGEST_RECIPE: Recipe = {
  name: "inngest-server",
  sources: [script],
  needs: GO,
  command: (go, out) => ({ command: "sh", args: [script, go, out] }),
};

export type InngestServer = {
  /** For INNGEST_BASE_URL, INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY of the app. */
  baseUrl: string;
  eventKey: string;
  signingKey: string;
  /** What it printed last. */
  lastOutput(): string;
  stop(): Promise<void>;
};

/**
 * A real Inngest server that calls the functions served at `appUrl` (`http://127.0.0.1:PORT/api/inngest`). It looks for
 * them every `pollSeconds`; a step that failed is tried again after `retrySeconds`, then twice that, and so on.
 */
export async function startInngest(options: {
  appUrl: string;
  pollSeconds?: number;
  retrySeconds?: number;
}): Promise<InngestServer | { skipped: string }> {
  const { appUrl, pollSeconds = 5, retrySeconds = 1 } = options;
  const server = await buildOnce(INNGEST_RECIPE);
  if ("skipped" in server) return { skipped: `no Inngest: ${server.skipped}` };

  const folder = await mkdtemp(join(tmpdir(), "dst-airlines-inngest-"));
  const [port = 0, gateway = 0, gatewayGrpc = 0, executorGrpc = 0] = await freePorts(4);
  const baseUrl = `http://127.0.0.1:${port}`;
  const eventKey = randomBytes(8).toString("hex");
  const signingKey = randomBytes(16).toString("hex");
  const settings = {
    "--host": "127.0.0.1",
    "--port": port,
    "--connect-gateway-port": gateway,
    "--connect-gateway-grpc-port": gatewayGrpc,
    "--connect-executor-grpc-port": executorGrpc,
    "--event-key": eventKey,
    "--signing-key": signingKey,
    "--sqlite-dir": folder,
    "--sdk-url": appUrl,
    "--poll-interval": pollSeconds,
    "--retry-interval": retrySeconds,
  };
  const child = startWatched({
    command: server.path,
    args: [
      "start",
      "--no-ui",
      ...Object.entries(settings).flatMap(([name, value]) => [name, `${value}`]),
    ],
    logFile: join(folder, "server.log"),
    cwd: folder,
    env: { DO_NOT_TRACK: "1" },
  });
  await waitForServer(child, async () => {
    const reply = await fetch(`${baseUrl}/health`);
    if (!reply.ok) throw new Error(`health says ${reply.status}`);
  });
  return {
    baseUrl,
    eventKey,
    signingKey: `signkey-test-${signingKey}`,
    lastOutput: () => child.lastOutput(),
    stop: async () => {
      await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
