import { LRUCache } from "lru-cache";
import type { Endpoint } from "@/lib/contract/endpoint";
import type { Asking } from "./asking";
import { isShared, keepingOf } from "./cache-policy";
import { canonicalUrl } from "./canonical-url";
import { etagOf, isHeldAlready } from "./etag";
import { type ReadyAnswer, toReadyAnswer } from "./ready-answer";
import type { Reply } from "./reply";
import type { ServePorts } from "./serve-ports";

export type Serving = {
  endpoint: Endpoint;
  ports: Pick<ServePorts, "findDataVersion" | "replies" | "now" | "appVersion" | "checkReplies">;
};

const MINUTE_MS = 60_000;
/** What a name takes beside the words that it was asked by. */
const NAME_BYTES = 400;

/**
 * The answer that stands already, or word that the caller holds it; null where it has to be made. Whoever asked for it
 * first asked in these words, so that nothing of them needs to be read again.
 */
export async function findStanding(request: Asking, serving: Serving): Promise<ReadyAnswer | null> {
  if (!isShared(serving.endpoint)) return null;
  const { name, etag } = await nameOf(request, serving);
  // A star names no version, so it tells nothing of whether this address was ever answered.
  const names = request.headers.get("if-none-match")?.trim() !== "*";
  if (etag && names && isHeldAlready(request.headers, etag)) return notModified({ etag });
  const kept = serving.ports.replies?.find(name);
  return kept ? unlessHeld(request, kept) : null;
}

/** Runs an endpoint and makes its answer; 304 where the caller holds it already. What all get alike is kept. */
export async function answer(
  request: Asking,
  serving: Serving & { fields: readonly string[] | undefined },
  run: () => Promise<Reply<unknown>>,
): Promise<ReadyAnswer> {
  const { endpoint, ports } = serving;
  const url = canonicalUrl(request.url);
  if (isShared(endpoint)) {
    const { name, etag } = await nameOf(request, serving);
    const fresh = async () => withTag(await make(serving, url, run), etag);
    const found = ports.replies ? await ports.replies.get(name, fresh) : await fresh();
    return found.status === 200 ? unlessHeld(request, found) : found;
  }
  const made = await make(serving, url, run);
  if (keepingOf(endpoint) === "never" || made.status !== 200) return made;
  return unlessHeld(request, withTag(made));
}

type Name = { name: string; etag: string | null };

/** What was asked for before in the same words has the same name: reading and hashing them is most of what it costs. */
const names = new LRUCache<string, Name>({
  maxSize: 2_000_000,
  sizeCalculation: (_, asked) => asked.length * 2 + NAME_BYTES,
});

/**
 * What the answer depends on. The version is read before the data: at worst new data go out under an old name, and are
 * asked for once more.
 */
async function nameOf(request: Asking, { endpoint, ports }: Serving): Promise<Name> {
  const version = await ports.findDataVersion();
  const minute = keepingOf(endpoint) === "minute" ? Math.floor(ports.now() / MINUTE_MS) : 0;
  const asked = [ports.appVersion, version, minute, request.url].join(" ");
  const known = names.get(asked);
  if (known) return known;
  const { pathname, search } = canonicalUrl(request.url);
  const name = [ports.appVersion, version, minute, pathname + search].join(" ");
  // A row has a tag of its own, which is only known with the row.
  const made = { name, etag: endpoint.versioned ? null : etagOf(name) };
  names.set(asked, made);
  return made;
}

const make = async (
  { endpoint, ports, fields }: Serving & { fields: readonly string[] | undefined },
  url: URL,
  run: () => Promise<Reply<unknown>>,
): Promise<ReadyAnswer> =>
  toReadyAnswer(await run(), { endpoint, checkReplies: ports.checkReplies, fields, url });

/** With `etag`, or with a name made of the answer itself; what is named already keeps its name. */
function withTag(made: ReadyAnswer, etag: string | null = null): ReadyAnswer {
  if (made.headers.etag || made.status !== 200) return made;
  const named = etag ?? etagOf(String(made.body ?? ""), made.headers.link ?? "");
  return { ...made, headers: { ...made.headers, etag: named } };
}

function unlessHeld(request: Asking, answer: ReadyAnswer): ReadyAnswer {
  const { etag } = answer.headers;
  return etag && isHeldAlready(request.headers, etag) ? notModified(answer.headers) : answer;
}

/** Says of the answer what it would have said with it, but for what describes a body. */
function notModified(headers: ReadyAnswer["headers"]): ReadyAnswer {
  const { "content-type": _, ...kept } = headers;
  return { status: 304, headers: kept, body: null };
}
