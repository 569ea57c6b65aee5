import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { env } from "@/lib/env";
import { root } from "../../install.mjs";
import { buildApp, servers } from "../../up/build-app";
import { startChild } from "../../up/child";
import { nextFreePort } from "../../up/free-port";
import type { Undo } from "../../up/undo";
import { waitUntilReady } from "../../up/wait-until-ready";

const HOST = "127.0.0.1";
/** Where nobody listens: the jobs wait for their source and leave the machine to what is measured. */
const NO_SOURCE = "http://127.0.0.1:9";

type Start = { databaseUrl: string; say: (line: string) => void; undo: Undo };

/** Builds the application where that is needed and starts it as `npm run up` does. Returns its address. */
export async function startApp({ databaseUrl, say, undo }: Start): Promise<string> {
  const { signal } = new AbortController();
  await buildApp(say, signal);
  undo.later(servers.register());
  const port = await nextFreePort(4100, HOST);
  const app = startChild({
    name: "the application",
    command: process.execPath,
    args: [join(root, "node_modules/next/dist/bin/next"), "start", "-p", String(port), "-H", HOST],
    env: {
      ...environment(databaseUrl),
      PORT: String(port),
      NEXTAUTH_SECRET: randomBytes(24).toString("base64url"),
      LUFTHANSA_BASE_URL: NO_SOURCE,
      API_PUBLIC_READS: "true",
      // Counted as always, but for a program that asks more in a second than a person in a day.
      API_CALLS_PER_MINUTE: "100000000",
      CHECK_REPLIES: "false",
    },
    onLine: () => undefined,
  });
  undo.later(() => app.stop());
  await waitUntilReady({ port, host: HOST, app, signal });
  return `http://${HOST}:${port}`;
}

/** Starts what the application is measured against. Returns its address. */
export async function startBare({ databaseUrl, undo }: Omit<Start, "say">): Promise<string> {
  const lines: string[] = [];
  const bare = startChild({
    name: "the bare server",
    command: process.execPath,
    args: [join(root, "scripts/run.mjs"), "scripts/bench/api/bare-server.ts"],
    env: environment(databaseUrl),
    onLine: (line) => lines.push(line),
  });
  undo.later(() => bare.stop());
  const [, port] = await bare.waitForLine(/^listening (\d+)$/).catch((error: Error) => {
    throw new Error([error.message, ...lines].join("\n"));
  });
  return `http://${HOST}:${port}`;
}

const environment = (databaseUrl: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  DATA_DIR: env().DATA_DIR,
  DATABASE_URL: databaseUrl,
  LOG_LEVEL: "error",
});
