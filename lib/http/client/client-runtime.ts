/** The part of the client that is the same for every document: it is given to users as text, so it imports nothing. */
export const CLIENT_RUNTIME = String.raw`
export type Options = {
  /** Where the server is, e.g. "http://localhost:3000". */
  baseUrl: string;
  /** An API key. Without one only what is public can be read. */
  key?: string | undefined;
  /** How often a call that came too early (429) is made again, after the time that the server names. 5 unless told. */
  retries?: number;
  fetch?: (address: string, init: RequestInit) => Promise<Response>;
  sleep?: (milliseconds: number) => Promise<void>;
  /** Ends every call. */
  signal?: AbortSignal;
};

/** Which version of a row a change is made for: its ETag, or the row itself. */
export type Version = string | { id: number; version: number };

/** The server said no. "status" is 0 where no server answered, and "code" "unreachable". */
export class ApiError extends Error {
  override name = "ApiError";
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  /** Each wrong value by its place, e.g. { name: "query.limit", reason: "must be at most 1000" }. */
  readonly invalidParams: ReadonlyArray<{ name: string; reason: string }>;

  /** The whole answer as JSON, as far as it was any. */
  readonly body: unknown;

  constructor(status: number, body: unknown, options?: { cause?: unknown }) {
    const problem: Partial<Problem> = typeof body === "object" && body !== null ? body : {};
    super(problem.detail ?? "The server answered with " + status + " and no reason.", options);
    this.status = status;
    this.body = body;
    this.code = problem.code ?? (status === 0 ? "unreachable" : "unknown");
    this.requestId = problem.request_id ?? null;
    this.invalidParams = problem.invalid_params ?? [];
  }
}

export type Page<Row> = {
  items: Row[];
  /** Rows that match, on all pages together; at least so many where "exact" is false. */
  total: number;
  exact: boolean;
  /** Cursor of the next page; null on the last. */
  next: string | null;
};

/** A list that was asked for: "await" gives one page, "for await" every row of all pages. */
export class Listing<Row> implements PromiseLike<Page<Row>>, AsyncIterable<Row> {
  readonly #ask: (cursor: string | null) => Promise<Page<Row>>;

  constructor(ask: (cursor: string | null) => Promise<Page<Row>>) {
    this.#ask = ask;
  }

  then<Done = Page<Row>, Failed = never>(
    done?: ((page: Page<Row>) => Done | PromiseLike<Done>) | null,
    failed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    return this.#ask(null).then(done, failed);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Row, void, undefined> {
    let cursor: string | null = null;
    do {
      const page: Page<Row> = await this.#ask(cursor);
      yield* page.items;
      cursor = page.next;
    } while (cursor !== null);
  }
}

type Values = Readonly<Record<string, unknown>>;
const wait = (milliseconds: number) =>
  new Promise<void>((done) => {
    setTimeout(done, milliseconds);
  });

class Caller {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  protected async call<Reply>(method: string, path: string, args: Values): Promise<Reply> {
    const response = await this.#send(method, path, args);
    const text = await response.text();
    return (text === "" ? undefined : JSON.parse(text)) as Reply;
  }

  protected file(method: string, path: string, args: Values): Promise<Response> {
    return this.#send(method, path, args);
  }

  protected list<Row>(method: string, path: string, args: Values): Listing<Row> {
    return new Listing(async (cursor) => {
      const place = cursor === null ? {} : { cursor, skip: undefined };
      const response = await this.#send(method, path, { ...args, ...place });
      const items = (await response.json()) as Row[];
      const next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
      return {
        items,
        total: Number(response.headers.get("x-total-count") ?? items.length),
        exact: response.headers.get("x-total-count-exact") !== "false",
        next: next ? new URL(next, "http://server").searchParams.get("cursor") : null,
      };
    });
  }

  async #send(method: string, path: string, args: Values): Promise<Response> {
    const { retries = 5, sleep = wait } = this.#options;
    const request = this.#toRequest(method, path, args);
    for (let tries = 0; ; tries += 1) {
      const response = await this.#fetch(request.address, request.init);
      if (response.ok) return response;
      const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
      if (response.status !== 429 || tries >= retries || !(seconds >= 0)) throw await toError(response);
      await response.body?.cancel();
      await sleep(seconds * 1000);
    }
  }

  async #fetch(address: string, init: RequestInit): Promise<Response> {
    const ask = this.#options.fetch ?? fetch;
    try {
      return await ask(address, init);
    } catch (cause) {
      if (this.#options.signal?.aborted) throw cause;
      throw new ApiError(0, { detail: "No server answers at " + address + "." }, { cause });
    }
  }

  #toRequest(method: string, path: string, args: Values): { address: string; init: RequestInit } {
    const { baseUrl, key, signal } = this.#options;
    const { body, ifMatch, ...named } = args;
    const inPath = new Set<string>();
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
      inPath.add(name);
      return encodeURIComponent(String(named[name]));
    });
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(named)) {
      if (!inPath.has(name) && value !== undefined && value !== null) search.set(name, String(value));
    }
    const headers: Record<string, string> = { accept: "*/*" };
    if (key) headers.authorization = "Bearer " + key;
    if (body !== undefined) headers["content-type"] = "application/json";
    if (ifMatch !== undefined) headers["if-match"] = toEtag(ifMatch as Version);
    return {
      address: baseUrl.replace(/\/+$/, "") + filled + (search.size > 0 ? "?" + search : ""),
      init: {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      },
    };
  }
}

const toEtag = (version: Version): string =>
  typeof version === "string" ? version : '"' + version.id + "." + version.version + '-"';

async function toError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  return new ApiError(response.status, body);
}
`;
