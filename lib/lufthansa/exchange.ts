import type { Failure, FailureKind } from "./failure";
import type { HttpAnswer } from "./understand";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type HttpRequest = {
  method: "GET" | "POST";
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
};

export type Exchange =
  | { kind: "answer"; answer: HttpAnswer }
  | { kind: "no_answer"; failure: Failure };

export type ExchangeMeans = {
  fetch: Fetch;
  now: () => Date;
  /** For the whole exchange, the body included. */
  timeoutMs: number;
  maxBytes: number;
};

class TooLarge extends Error {}

/**
 * One HTTP request with one time limit over everything and one size limit. Never throws: what goes wrong is returned.
 * Redirects are not followed, because they would carry credentials to another address.
 */
export async function exchange(request: HttpRequest, means: ExchangeMeans): Promise<Exchange> {
  const started = means.now();
  let answering = false;
  try {
    const response = await means.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: "manual",
      signal: AbortSignal.timeout(means.timeoutMs),
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    answering = true;
    const body = await readBody(response, means.maxBytes);
    const receivedAt = means.now();
    return {
      kind: "answer",
      answer: {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body,
        receivedAt,
        durationMs: receivedAt.getTime() - started.getTime(),
      },
    };
  } catch (error) {
    return { kind: "no_answer", failure: toFailure(error, answering, means) };
  }
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new TooLarge();
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

/** Codes of Node and of its fetch that mean that the other side could not be reached at all. */
const NOT_REACHED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

function toFailure(error: unknown, answering: boolean, means: ExchangeMeans): Failure {
  const failure = (kind: FailureKind, detail: string): Failure => ({
    kind,
    detail,
    retryAfterSeconds: null,
  });
  if (error instanceof TooLarge) return failure("too_large", `over ${means.maxBytes} bytes`);
  const code = errorCode(error);
  if (code === "TimeoutError" || /UND_ERR_(HEADERS|BODY)_TIMEOUT/.test(code)) {
    return failure("timeout", `${means.timeoutMs} ms`);
  }
  if (NOT_REACHED.test(code)) return failure("connection_failed", code);
  return failure(answering ? "truncated" : "connection_lost", code);
}

/** fetch hides the reason in `cause`, sometimes two deep; several addresses make an AggregateError. */
function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "TimeoutError") return error.name;
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0]);
  return error.cause === undefined ? error.name : errorCode(error.cause);
}
