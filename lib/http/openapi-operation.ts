import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from "zod-openapi";
import type { Endpoint } from "@/lib/contract/endpoint";
import { Problem } from "@/lib/contract/problem";
import type { ErrorCode } from "@/lib/errors";
import { keyScopeOf } from "./check-access";
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
    requestParams: {
      ...(params ? { path: params } : {}),
      ...(query ? { query } : {}),
      ...(isMatched(endpoint) ? { header: IF_MATCH } : {}),
    },
    ...(body
      ? { requestBody: { required: true, content: { "application/json": { schema: body } } } }
      : {}),
    security: securityOf(endpoint),
    ...(isOpen(access) ? {} : { "x-role": access }),
    responses: { ...replies(endpoint), ...problems(endpoint) },
  };
}

function replies(endpoint: Endpoint): Record<string, ZodOpenApiResponseObject> {
  const reply: ZodOpenApiResponseObject = {
    description: endpoint.summary,
    headers: replyHeaders({
      paged: endpoint.paged ?? false,
      tagged: isOpen(endpoint.access) && endpoint.method === "GET",
    }),
    ...contentOf(endpoint),
  };
  const statuses = [endpoint.status ?? 200, ...(endpoint.alsoStatuses ?? [])];
  return Object.fromEntries(statuses.map((status) => [`${status}`, reply]));
}

/** Whether it changes one version of one row. */
const isMatched = ({ versioned, method }: Endpoint): boolean =>
  versioned === true && (method === "PUT" || method === "DELETE");

const IF_MATCH = z.object({
  "if-match": z.string().optional().meta({
    description: "The ETag of the row that you mean to change: another version is refused (412)",
  }),
});

const isOpen = (access: Endpoint["access"]): boolean => access === "anybody" || access === "reader";

/** Each entry is one way in; an empty one means that nothing is needed. */
function securityOf(endpoint: Endpoint): Record<string, string[]>[] {
  if (endpoint.access === "anybody") return [];
  const scope = keyScopeOf(endpoint);
  return [
    ...(endpoint.access === "reader" ? [{}] : []),
    ...(scope === "never" ? [] : [{ key: [scope] }]),
    { session: [] },
  ];
}

function contentOf(endpoint: Endpoint): Pick<ZodOpenApiResponseObject, "content"> {
  if (endpoint.status === 204) return {};
  const media = endpoint.produces ?? ["application/json"];
  const schema = schemaOf(endpoint);
  return { content: Object.fromEntries(media.map((type) => [type, { schema }])) };
}

/** With `fields` a row has only some of its fields: both shapes are promised. */
function schemaOf({ response, query }: Endpoint): z.ZodType {
  const row = response instanceof z.ZodArray ? response.element : response;
  if (!query?.shape.fields || !(row instanceof z.ZodObject)) return response;
  return z.union([response, response === row ? row.partial() : z.array(row.partial())]);
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
