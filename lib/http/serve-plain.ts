import type { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { AnswerHeaders } from "./answer-headers";
import { callerAddress } from "./caller-address";
import { countCall } from "./count-call";
import { knownDataOrigin } from "./data-origin";
import { firstHeaders } from "./first-headers";
import { asAppError, PROBLEMS, problemResponse } from "./problem";
import { requestId } from "./request-id";
import type { Route } from "./serve-with";
import { sharedLimiter } from "./shared-limiter";

type PlainOptions = {
  /**
   * Calls are counted by address; `told` says what is left and refuses nobody, which is what a browser's own question needs.
   * `never` is for whom we asked to call us.
   */
  limit?: "kept" | "told" | "never";
  /** Whether pages of CORS_ORIGINS may read it. */
  crossOrigin?: boolean;
};

/**
 * Makes a route of what is under /api and no endpoint of the contract (documentation, sign-in, what does not exist): it
 * has the headers and the limit of all others, and what is thrown becomes a problem. It asks no database.
 */
export const servePlain =
  (make: Route, { limit = "kept", crossOrigin = true }: PlainOptions = {}): Route =>
  async (request, context) => {
    const id = requestId(request.headers);
    const headers = firstHeaders(request.headers, { requestId: id, crossOrigin });
    const origin = knownDataOrigin();
    if (origin) headers.set("x-data-origin", origin);
    try {
      const limiter = limit === "never" ? null : sharedLimiter();
      const mayPass = limit === "told";
      await countCall(limiter, callerAddress(request.headers), headers, { mayPass });
      return complete(await make(request, context), headers);
    } catch (thrown) {
      const place = { instance: new URL(request.url).pathname, requestId: id };
      return problemResponse(report(thrown, place), { ...place, headers: [...headers] });
    }
  };

function report(thrown: unknown, place: { instance: string; requestId: string }): AppError {
  const error = asAppError(thrown);
  if (PROBLEMS[error.code].status >= 500) {
    const { instance, requestId: request_id } = place;
    log.error({ err: error.cause ?? error, code: error.code, instance, request_id }, error.message);
  }
  return error;
}

/** The answer with those of `headers` that it has not set itself. */
function complete(response: Response, headers: AnswerHeaders): Response {
  const all = new Headers(response.headers);
  for (const [name, value] of headers) {
    if (name === "vary") all.append(name, value);
    else if (!all.has(name)) all.set(name, value);
  }
  return new Response(response.body, { status: response.status, headers: all });
}
