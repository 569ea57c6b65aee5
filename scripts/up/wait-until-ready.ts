import { setTimeout as sleep } from "node:timers/promises";
import type { Child } from "./child";

const PAGES = ["/api/health/live", "/login"];
const PATIENCE_MS = 60_000;

/** Resolves when the application's pages answer. Rejects when it ends first, or does not answer within a minute. */
export async function waitUntilReady(options: {
  host: string;
  port: number;
  app: Child;
  signal: AbortSignal;
}): Promise<void> {
  const host = callable(options.host);
  let ended = false;
  void options.app.ended.then(() => {
    ended = true;
  });
  const deadline = Date.now() + PATIENCE_MS;
  for (const page of PAGES) {
    while (!(await answers(`http://${host}:${options.port}${page}`))) {
      options.signal.throwIfAborted();
      if (ended) throw new Error("The application ended before it answered; its words are above.");
      if (Date.now() > deadline)
        throw new Error(`The application did not answer ${page} within a minute.`);
      await sleep(100);
    }
  }
}

/** The host as a part of an address; one that means every interface is asked on this machine. */
function callable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false; // Not listening yet: that is what is being waited for.
  }
}
