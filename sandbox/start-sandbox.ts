import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleepFor } from "node:timers/promises";
import { type Api, answerCall } from "./answer-call";
import { type CallCounts, createCallLog } from "./call-log";
import type { Catalog } from "./catalog";
import { createClock } from "./clock";
import { type About, answerControlPanel } from "./control-panel";
import type { FaultRates } from "./faults";
import { createFindOperation } from "./operations/find-operation";
import { createOutages } from "./outages";
import { createQuota, PUBLIC_PLAN, type QuotaLimits } from "./quota";
import { readReplay } from "./replay/read-replay";
import { createRecordedWindows } from "./replay/recorded-windows";
import { sendAnswer } from "./send-answer";
import { createTokens } from "./tokens";
import { buildWorld } from "./world/build-world";

export type SandboxOptions = {
  /** 0 or absent: a free one. */
  port?: number;
  seed?: number;
  /** Serve what was recorded in this directory; absent: a generated world. */
  replayDir?: string;
  /** Serve exactly this; for tests. */
  catalog?: Catalog;
  /** Null switches the quota off; absent: the public plan. */
  quota?: QuotaLimits | null;
  faults?: FaultRates;
  expiresInSeconds?: number;
  legacyNumbers?: boolean;
  /** How long the fault `slow` takes. */
  slowMs?: number;
  /** The clock of flights, tokens and quota; `POST /_sandbox/clock` sets it at run time. */
  now?: () => number;
  sleep?: (ms: number) => Promise<unknown>;
};

export type Sandbox = {
  url: string;
  port: number;
  close(): Promise<void>;
  calls(): CallCounts;
};

const MAX_BODY_BYTES = 1_000_000;

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new Error("The body is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function catalogFor(options: SandboxOptions, seed: number): Catalog {
  if (options.catalog) return options.catalog;
  return options.replayDir ? readReplay(options.replayDir, seed) : buildWorld(seed);
}

/**
 * Starts the stand-in on loopback and resolves when it answers. Throws where the port is taken or the recording has
 * gaps.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { seed = 1, expiresInSeconds = 21_600, sleep = sleepFor } = options;
  const clock = createClock(options.now ?? Date.now);
  const { now } = clock;
  const limits = options.quota === undefined ? PUBLIC_PLAN : options.quota;
  const about: About = { kind: options.replayDir ? "replay" : "sandbox", quota: limits, seed };
  const log = createCallLog();
  const api: Api = {
    catalog: catalogFor(options, seed),
    tokens: createTokens({ seed, expiresInSeconds, now }),
    quota: limits && createQuota(limits, now),
    seed,
    expiresInSeconds,
    faultRates: options.faults ?? {},
    outages: createOutages(now),
    findOperation: createFindOperation({
      seed,
      now,
      recorded: options.replayDir ? createRecordedWindows(options.replayDir) : null,
    }),
    dataCalls: 0,
  };

  async function respond(request: IncomingMessage, response: ServerResponse) {
    const [target = "/", search = ""] = (request.url ?? "/").split(/\?(.*)/s, 2);
    const body = await readBody(request);
    const method = request.method ?? "GET";
    if (target.startsWith("/_sandbox")) {
      const panel = answerControlPanel({ about, api, log, clock }, { method, path: target, body });
      response.writeHead(panel.status, { "content-type": "application/json" });
      response.end(panel.body);
      return;
    }
    const path = target.replace(/^\/v1(?=\/)/, "");
    const { authorization, accept = "" } = request.headers;
    const outcome = answerCall(api, { method, path, search, authorization, body });
    const { answer, endpoint, fault, refused } = outcome;
    const status = fault === "html" ? 200 : answer.status;
    log.add({ at: now(), endpoint, path: request.url ?? "/", status, fault, refused });
    if (fault === "slow") await sleep(options.slowMs ?? 2500);
    sendAnswer(response, answer, {
      json: accept.includes("application/json"),
      legacyNumbers: options.legacyNumbers ?? false,
      fault,
    });
  }

  const server = createServer((request, response) => {
    // A client that goes away in mid request is no reason to stop.
    respond(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    calls: log.counts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
