import { ApiError } from "@/lib/contract/api-error";
import { endAfter } from "./end-after";
import { findKnown, type Known } from "./known";
import type { LoadWish } from "./read-load-arguments";
import { type Asking, Reader } from "./reader";
import { dashboardReads, type Random, scriptReads } from "./reads";
import { Tally } from "./tally";

type World = {
  signal: AbortSignal;
  say: (line: string) => void;
  fetch?: typeof globalThis.fetch;
  random?: Random;
};

const anyNumber: Random = (below) => Math.floor(Math.random() * below);

/**
 * Lets readers ask for so many seconds, or until `signal` ends them: every second one as a dashboard, the others as a
 * script. Returns what became of their requests; throws where nothing answers or nobody may read.
 */
export async function runLoad(
  { seconds, url, key, readers }: LoadWish,
  { signal, say, fetch = globalThis.fetch, random = anyNumber }: World,
): Promise<Tally> {
  const known = await lookAround(url, withKey(fetch, key));
  say(`${readers} readers ask ${url} for ${seconds} seconds …`);
  const { ending, forget } = endAfter(seconds, signal);
  const asking = { url, key, fetch, tally: new Tally(), signal: ending };
  const reading = Array.from({ length: readers }, (_, at) =>
    at % 2 === 0 ? readAsDashboard(asking, known, random) : readAsScript(asking, known, random),
  );
  await Promise.all(reading).finally(forget);
  return asking.tally;
}

async function readAsDashboard(asking: Asking, known: Known, random: Random): Promise<void> {
  const reader = new Reader(asking);
  while (!asking.signal.aborted) {
    for (const read of dashboardReads(known, random)) await reader.ask(read);
  }
}

async function readAsScript(asking: Asking, known: Known, random: Random): Promise<void> {
  const reader = new Reader(asking);
  while (!asking.signal.aborted) {
    for (const read of scriptReads(known, random)) await reader.walk(read);
  }
}

async function lookAround(url: string, fetch: typeof globalThis.fetch): Promise<Known> {
  try {
    return await findKnown(url, fetch);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { code, detail } = error.problem;
    if (code === "unauthenticated" || code === "forbidden") {
      throw new Error(`${detail} Give a key: --key dst_…`, { cause: error });
    }
    throw new Error(
      `${url} gives no answer to work with: ${detail} Start the product with npm run up, or say where it is: --url`,
      { cause: error },
    );
  }
}

const withKey =
  (fetch: typeof globalThis.fetch, key: string | undefined): typeof globalThis.fetch =>
  (input, init) => {
    const headers = new Headers(init?.headers);
    if (key) headers.set("authorization", `Bearer ${key}`);
    return fetch(input, { ...init, headers });
  };
