import { z } from "zod";
import type { ZodOpenApiOperationObject } from "zod-openapi";
import type { Endpoint } from "@/lib/contract/endpoint";
import { keyScopeOf } from "./check-access";
import { problemsOf } from "./openapi-problems";
import { isMatched, isTagged, repliesOf } from "./openapi-replies";

/** One endpoint as an OpenAPI operation. */
export function toOperation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { id, summary, description, tag, access, params, query, body } = endpoint;
  const header = headersOf(endpoint);
  return {
    operationId: id,
    summary,
    description: [description, `**Who may:** ${whoMay(endpoint)}.`].filter(Boolean).join("\n\n"),
    tags: [tag],
    requestParams: {
      ...(params ? { path: params } : {}),
      ...(query ? { query } : {}),
      ...(header ? { header } : {}),
    },
    ...(body
      ? {
          requestBody: {
            required: !body.safeParse({}).success,
            content: { "application/json": { schema: body } },
          },
        }
      : {}),
    security: securityOf(endpoint),
    "x-role": access,
    responses: { ...repliesOf(endpoint), ...problemsOf(endpoint) },
  };
}

function headersOf(endpoint: Endpoint): z.ZodObject | undefined {
  if (isMatched(endpoint)) return IF_MATCH;
  return isTagged(endpoint) ? IF_NONE_MATCH : undefined;
}

const IF_MATCH = z.object({
  "If-Match": z.string().optional().meta({
    description: "The ETag of the row that you mean to change: another version is refused (412)",
  }),
});
const IF_NONE_MATCH = z.object({
  "If-None-Match": z.string().optional().meta({
    description: "The ETag of what you hold: the answer is 304, without a body, while it is right",
  }),
});

const PEOPLE = {
  reader: "anybody where reads are public, else whoever is signed in",
  viewer: "whoever is signed in",
  operator: "operators and administrators",
  admin: "administrators",
} as const;

function whoMay(endpoint: Endpoint): string {
  const { access } = endpoint;
  if (access === "anybody") return "anybody";
  const scope = keyScopeOf(endpoint);
  const key = scope === "never" ? "no API key" : `their keys with the scope \`${scope}\``;
  return `${PEOPLE[access]}; ${key}`;
}

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
