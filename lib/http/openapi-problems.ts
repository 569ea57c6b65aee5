import type { ZodOpenApiResponseObject } from "zod-openapi";
import type { Endpoint } from "@/lib/contract/endpoint";
import { Problem } from "@/lib/contract/problem";
import { AppError, type ErrorCode } from "@/lib/errors";
import { type HeaderName, headerReferences } from "./openapi-headers";
import { isMatched } from "./openapi-replies";
import { PROBLEMS, toProblem } from "./problem";

/** Each way in which an endpoint can fail, by status. Several codes may share one: they are described together. */
export function problemsOf(endpoint: Endpoint): Record<string, ZodOpenApiResponseObject> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(endpoint)) {
    const { status } = PROBLEMS[code];
    if (endpoint.alsoStatuses?.some((also) => also === status)) continue;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return {
    ...Object.fromEntries(
      [...byStatus].map(([status, codes]) => [`${status}`, problemOf(status, codes)]),
    ),
    "431": TOO_LARGE_TO_READ,
  };
}

/** Node's own: it refuses before there is a request, so nothing of ours is in the answer. */
const TOO_LARGE_TO_READ: ZodOpenApiResponseObject = {
  id: "too_large_to_read",
  description: "Address and headers together are larger than 16 kB; there is no body",
};

const shared = new Map<string, ZodOpenApiResponseObject>();

/** The same codes give the same object: an `id` makes it one component of the document. */
function problemOf(status: number, codes: readonly ErrorCode[]): ZodOpenApiResponseObject {
  const id = codes.join("_or_");
  const problem = shared.get(id) ?? {
    id,
    description: codes.map((code) => `${PROBLEMS[code].title} (\`${code}\`)`).join("; "),
    headers: headerReferences(HEADERS_OF[status] ?? []),
    content: {
      "application/problem+json": {
        schema: Problem,
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
  };
  shared.set(id, problem);
  return problem;
}

const HEADERS_OF: Readonly<Partial<Record<number, readonly HeaderName[]>>> = {
  401: ["WWW-Authenticate"],
  429: ["Retry-After"],
  502: ["Retry-After"],
  503: ["Retry-After"],
};

/** Every code that this endpoint can fail with, each once. */
function errorsOf(endpoint: Endpoint): ErrorCode[] {
  const { access, method, errors = [] } = endpoint;
  const signedIn: ErrorCode[] = access === "anybody" ? [] : ["unauthenticated", "forbidden"];
  const withBody: ErrorCode[] =
    method === "GET" ? [] : ["payload_too_large", "unsupported_media_type"];
  const matched: ErrorCode[] = isMatched(endpoint) ? ["precondition_failed"] : [];
  const always: ErrorCode[] = ["rate_limited", "internal", "database_unavailable"];
  return [
    ...new Set([
      ...signedIn,
      "validation_failed" as const,
      ...errors,
      ...withBody,
      ...matched,
      ...always,
    ]),
  ];
}

/** What such an answer says, for example. */
function exampleOf(code: ErrorCode) {
  const { message, name, reason } = EXAMPLES[code];
  const invalidParams = name && reason ? [{ name, reason }] : undefined;
  const error = new AppError(code, message, invalidParams ? { invalidParams } : {});
  return toProblem(error, {
    instance: "/api/airports",
    requestId: "0b6f7a52-3c1d-4f0e-9a64-2f5b8a1c7d90",
  });
}

type Said = { message: string; name?: string; reason?: string };
const EXAMPLES: Readonly<Record<ErrorCode, Said>> = {
  validation_failed: {
    message: "query.limit must be at most 1000. Nothing was changed.",
    name: "query.limit",
    reason: "must be at most 1000",
  },
  range_required: {
    message: "This filter needs a range of at most 92 days.",
    name: "query.from",
    reason: "is missing",
  },
  unauthenticated: { message: "Sign in, or send an API key as a bearer token." },
  forbidden: { message: "This is for operators. Nothing was changed." },
  not_found: { message: "There is no such row.", name: "path.code", reason: "names nothing here" },
  method_not_allowed: { message: "This method is not possible here; there are GET, HEAD." },
  conflict: { message: "There is one with this key already. Nothing was changed." },
  precondition_failed: {
    message: "It was changed since you read it. Read it again. Nothing was changed.",
  },
  payload_too_large: {
    message: "The body is larger than 1048576 bytes. Nothing was changed.",
    name: "body",
    reason: "must be at most 1048576 bytes long",
  },
  unsupported_media_type: {
    message: "The body must be application/json, not text/plain. Nothing was changed.",
    name: "body",
    reason: "must be sent as application/json",
  },
  rate_limited: { message: "More than 600 calls in a minute. Go on in 12 seconds." },
  origin_refused: { message: "The database holds data of another origin. Nothing was changed." },
  upstream_unavailable: { message: "Lufthansa does not answer. Nothing was changed." },
  database_unavailable: { message: "The database does not answer. Try again in a moment." },
  internal: {
    message: "Something went wrong on our side. It was written to the log under this request id.",
  },
};
