import { z } from "zod";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import type { Endpoint } from "@/lib/contract/endpoint";
import { endpoints } from "@/lib/contract/endpoints";
import { EXAMPLE_DAY } from "@/lib/contract/examples/example-day";
import replies from "@/lib/contract/examples/replies.json";
import { exampleRequests } from "@/lib/contract/examples/requests";
import { APP_VERSION } from "./app-version";
import type { OpenApiDocument } from "./openapi-document";
import { addExamples, onDay } from "./openapi-examples";
import { HEADERS } from "./openapi-headers";
import { toOperation } from "./openapi-operation";

const DESCRIPTION = `Flights and reference data of the Lufthansa Open API, kept raw, cleaned and judged.

Every answer says in \`X-Data-Origin\` whose data it shows: of the sandbox, of a replay, or of Lufthansa. Lists are bare
arrays; their total and the addresses of other pages are in headers. Errors are problem details (RFC 9457) with a code,
a request id and the fields that are wrong. Times are ISO 8601 in UTC. A slash at the end of a path is accepted, a
parameter that is not known is refused.

To try what needs a sign-in: sign in on the pages of this server, or put an API key into *Authorize*. A typed client for
TypeScript is at [/api/client.ts](/api/client.ts), and docs/api.md tells the rest.`;

const byPath = (all: readonly Endpoint[]) =>
  all.reduce<ZodOpenApiPathsObject>((paths, endpoint) => {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: toOperation(endpoint),
    };
    return paths;
  }, {});

const withoutExamples = () =>
  createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: "DST Airlines",
        version: APP_VERSION,
        description: DESCRIPTION,
      },
      servers: [{ url: "/", description: "This server" }],
      tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
      paths: byPath(endpoints),
      components: {
        headers: HEADERS,
        securitySchemes: {
          key: {
            type: "http",
            scheme: "bearer",
            description:
              "An API key, made in the settings or by `POST /api/keys`. It may what its scopes say and never more than its owner.",
          },
          session: {
            type: "apiKey",
            in: "cookie",
            name: "next-auth.session-token",
            description:
              "Made by signing in at `/login`; over https its name begins with `__Secure-`. A change (POST, PUT, DELETE) is refused when a page of another site sends it.",
          },
        },
      },
    },
    {
      override: ({ jsonSchema }) => {
        shortenPattern(jsonSchema);
        // The limits of whole numbers in JavaScript are no promise of ours.
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      },
    },
  );

const LONG_PATTERNS = new Map(
  [z.iso.datetime(), z.iso.date(), z.uuid()]
    .map((schema) => z.toJSONSchema(schema))
    .map(({ pattern, format }) => [pattern, format]),
);

/** zod writes patterns of every leap year and every version; the format says the same in a word, all but the Z. */
function shortenPattern(schema: z.core.JSONSchema.BaseSchema): void {
  const patterns = [schema.pattern, ...(schema.allOf ?? []).map(({ pattern }) => pattern)];
  const long = patterns.find((pattern) => LONG_PATTERNS.has(pattern));
  const format = long ? LONG_PATTERNS.get(long) : undefined;
  if (!format) return;
  const own = patterns.find((pattern) => pattern && pattern !== long);
  const rest = own ?? (format === "date-time" ? "Z$" : undefined);
  delete schema.pattern;
  delete schema.allOf;
  Object.assign(schema, { format }, rest ? { pattern: rest } : {});
}

const made = new Map<string, OpenApiDocument>();

/** The contract as an OpenAPI 3.1 document, whose examples ask for `day` where they ask for a day. */
export function openApiDocument(day = EXAMPLE_DAY): OpenApiDocument {
  const kept = made.get(day);
  if (kept) return kept;
  // What is left of the library's own types as JSON is what OpenApiDocument says.
  const document = JSON.parse(JSON.stringify(withoutExamples())) as OpenApiDocument;
  const requests = onDay(exampleRequests, day);
  for (const operations of Object.values(document.paths)) {
    for (const operation of Object.values(operations)) addExamples(operation, requests, replies);
  }
  made.clear();
  made.set(day, document);
  return document;
}
