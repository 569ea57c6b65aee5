import { setTimeout as sleep } from "node:timers/promises";
import { endAfter } from "./end-after";
import type { Read } from "./reads";
import type { Tally } from "./tally";

const ANSWERS_WITHIN_SECONDS = 30;
/** How many pages of one list a reader walks. */
const PAGES = 5;
/** A reader that is refused without a time waits so long. */
const PAUSE_MS = 1000;

export type Asking = {
  url: string;
  key: string | undefined;
  fetch: typeof globalThis.fetch;
  tally: Tally;
  signal: AbortSignal;
};

/** One reader: holds the tags of what it got, as a browser does, and waits when it is told to. */
export class Reader {
  readonly #asking: Asking;
  readonly #tags = new Map<string, string>();

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  /** Asks once; the tag of the answer goes along the next time. Notes what became of it, unless the end came first. */
  async ask(read: Read): Promise<Response | null> {
    const { url, key, fetch, tally, signal } = this.#asking;
    const tag = this.#tags.get(read.path);
    const { ending, forget } = endAfter(ANSWERS_WITHIN_SECONDS, signal);
    const began = performance.now();
    const took = () => performance.now() - began;
    try {
      const response = await fetch(url + read.path, {
        headers: {
          ...(key ? { authorization: `Bearer ${key}` } : {}),
          ...(tag ? { "if-none-match": tag } : {}),
        },
        signal: ending,
      });
      await response.arrayBuffer();
      tally.note(read.operation, response.status, took());
      const named = response.headers.get("etag");
      if (response.ok && named) this.#tags.set(read.path, named);
      if (response.status === 429) await this.#pause(response);
      return response;
    } catch {
      if (signal.aborted) return null;
      tally.note(read.operation, "no answer", took());
      await this.#pause(null);
      return null;
    } finally {
      forget();
    }
  }

  /** Asks for a list and goes on where its Link header says, for a few pages. */
  async walk(read: Read): Promise<void> {
    let path: string | undefined = read.path;
    for (let page = 0; path && page < PAGES && !this.#asking.signal.aborted; page += 1) {
      const response: Response | null = await this.ask({ ...read, path });
      path = /<([^>]+)>; rel="next"/.exec(response?.headers.get("link") ?? "")?.[1];
    }
  }

  async #pause(refusal: Response | null): Promise<void> {
    const seconds = Number(refusal?.headers.get("retry-after"));
    const wait = seconds > 0 ? seconds * 1000 : PAUSE_MS;
    await sleep(wait, undefined, { signal: this.#asking.signal }).catch(() => undefined);
  }
}
