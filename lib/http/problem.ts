import type { Problem } from "@/lib/contract/problem";
import { AppError, type ErrorCode } from "@/lib/errors";
import { AnswerHeaders } from "./answer-headers";

type Kind = { status: number; title: string };

/** Status and title of each way to fail. */
export const PROBLEMS = {
  validation_failed: { status: 400, title: "The request is not valid" },
  range_required: { status: 400, title: "A date range is needed" },
  unauthenticated: { status: 401, title: "Signing in is needed" },
  forbidden: { status: 403, title: "Not allowed" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  conflict: { status: 409, title: "Conflict with the present state" },
  precondition_failed: { status: 412, title: "It was changed since" },
  origin_refused: { status: 409, title: "The database holds data of another origin" },
  payload_too_large: { status: 413, title: "The body is too large" },
  unsupported_media_type: { status: 415, title: "The body is not JSON" },
  rate_limited: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Unexpected error" },
  upstream_unavailable: { status: 502, title: "Lufthansa does not answer" },
  database_unavailable: { status: 503, title: "The database does not answer" },
} as const satisfies Record<ErrorCode, Kind>;

/** The error as this application names it: anything that is not an AppError is a bug, and its message stays inside. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError(
    "internal",
    "Something went wrong on our side. It was written to the log under this request id.",
    { cause: error },
  );
}

/** RFC 9457 problem details of an error. */
export function toProblem(error: AppError, at: { instance: string; requestId: string }): Problem {
  return {
    type: `urn:dst-airlines:problem:${error.code}`,
    ...PROBLEMS[error.code],
    detail: error.message,
    instance: at.instance,
    code: error.code,
    request_id: at.requestId,
    ...(error.invalidParams ? { invalid_params: [...error.invalidParams] } : {}),
    ...(error.references ? { references: [...error.references] } : {}),
  };
}

type Place = {
  instance: string;
  requestId: string;
  headers?: Readonly<Record<string, string>> | Iterable<readonly [string, string]>;
};

/** Status, headers and body of a problem, with Retry-After where the error knows one. */
export function problemAnswer(error: AppError, at: Place) {
  const problem = toProblem(error, at);
  const headers = new AnswerHeaders();
  for (const [name, value] of entriesOf(at.headers)) headers.set(name, value);
  headers.set("content-type", "application/problem+json");
  headers.set("cache-control", "no-store");
  headers.set("x-request-id", at.requestId);
  if (problem.status === 401) headers.set("www-authenticate", "Bearer");
  if (error.retryAfterSeconds !== undefined) {
    headers.set("retry-after", String(Math.max(1, Math.ceil(error.retryAfterSeconds))));
  }
  return { status: problem.status, headers, body: JSON.stringify(problem) };
}

const entriesOf = (given: Place["headers"] = {}): Iterable<readonly [string, string]> =>
  Symbol.iterator in given ? given : Object.entries(given);

/** The same as a Response. */
export function problemResponse(error: AppError, at: Place): Response {
  const { body, status, headers } = problemAnswer(error, at);
  return new Response(body, { status, headers: [...headers] });
}
