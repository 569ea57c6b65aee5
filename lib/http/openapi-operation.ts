import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from "zod-openapi";
import type { Endpoint } from "@/lib/contract/endpoint";
import { Problem } from "@/lib/contract/problem";
import type { ErrorCode } from "@/lib/errors";
import { problemHeaders, replyHeaders } from "./openapi-headers";
import { PROBLEMS } from "./problem";

/** One endpoint as an OpenAPI operation. */
export function toOperation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { id, summary, description, tag, access, params, query, body } = endpoint;
  return {
    operationId: id,
    summary,
    ...(description ? { description } : {}),
    tags: [tag],
    requestParams: { ...(params ? { path: params } : {}), ...(query ? { query } : {}) },
    ...(body
      ? { requestBody: { required: true, content: { "application/json": { schema: body } } } }
      : {}),
    security: access === "public" ? [] : [{ session: [] }],
    ...(access === "public" ? {} : { "x-role": access }),
    responses: { ...replies(endpoint), ...problems(endpoint) },
  };
}

function replies(endpoint: Endpoint): Record<string, ZodOpenApiResponseObject> {
  const reply: ZodOpenApiResponseObject = {
    description: endpoint.summary,
    headers: replyHeaders({
      paged: endpoint.paged ?? false,
      tagged: endpoint.access === "public" && endpoint.method === "GET",
    }),
    content: { "application/json": { schema: endpoint.response } },
  };
  const statuses = [endpoint.status ?? 200, ...(endpoint.alsoStatuses ?? [])];
  return Object.fromEntries(statuses.map((status) => [`${status}`, reply]));
}

/** Several codes may share a status: one answer, described by all their titles. */
function problems(endpoint: Endpoint): Record<string, ZodOpenApiResponseObject> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(endpoint)) {
    const { status } = PROBLEMS[code];
    if (endpoint.alsoStatuses?.some((also) => also === status)) continue;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [`${status}`, problemOf(codes)]),
  );
}

const shared = new Map<string, ZodOpenApiResponseObject>();

/** The same codes give the same object: an `id` makes it one component of the document. */
function problemOf(codes: readonly ErrorCode[]): ZodOpenApiResponseObject {
  const id = codes.join("_or_");
  const problem = shared.get(id) ?? {
    id,
    description: codes.map((code) => `${PROBLEMS[code].title} (\`${code}\`)`).join("; "),
    headers: problemHeaders(),
    content: { "application/problem+json": { schema: Problem } },
  };
  shared.set(id, problem);
  return problem;
}

/** Every code that this endpoint can fail with, each once. */
function errorsOf({ access, method, errors = [] }: Endpoint): ErrorCode[] {
  const signedIn: ErrorCode[] = access === "public" ? [] : ["unauthenticated", "forbidden"];
  const withBody: ErrorCode[] =
    method === "GET" ? [] : ["payload_too_large", "unsupported_media_type"];
  const always: ErrorCode[] = ["rate_limited", "internal", "database_unavailable"];
  return [
    ...new Set([...signedIn, "validation_failed" as const, ...errors, ...withBody, ...always]),
  ];
}
