import type { Endpoint } from "@/lib/contract/endpoint";
import type { Answering } from "./serve-with";

const KEY = Symbol.for("dst-airlines.answerers");
// Routes and the start of the server are different copies of our modules; only globalThis is shared by all of them.
const shared = globalThis as { [KEY]?: Map<string, Answering> };

/** Notes what answers for an endpoint, so that the front door finds it without its route. */
export function noteAnswerer({ id }: Endpoint, answering: Answering): void {
  shared[KEY] ??= new Map();
  shared[KEY].set(id, answering);
}

/** What answers for an endpoint; undefined until its route was loaded. */
export const findAnswerer = ({ id }: Endpoint): Answering | undefined => shared[KEY]?.get(id);
