import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import type { Endpoint } from "@/lib/contract/endpoint";
import { endpoints } from "@/lib/contract/endpoints";
import { APP_VERSION } from "./app-version";
import { HEADERS } from "./openapi-headers";
import { toOperation } from "./openapi-operation";

type Document = ReturnType<typeof createDocument>;

const DESCRIPTION = `Flights and reference data of the Lufthansa Open API, kept raw, cleaned and judged.

Every answer says in \`X-Data-Origin\` whose data it shows: of the sandbox, of a replay, or of Lufthansa. Lists are bare
arrays; their total and the addresses of other pages are in headers. Errors are problem details (RFC 9457) with a code,
a request id and the fields that are wrong. Times are ISO 8601 in UTC.`;

const byPath = (all: readonly Endpoint[]) =>
  all.reduce<ZodOpenApiPathsObject>((paths, endpoint) => {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: toOperation(endpoint),
    };
    return paths;
  }, {});

/** The contract as an OpenAPI 3.1 document. */
export const toOpenApi = (all: readonly Endpoint[], version: string): Document =>
  createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: "DST Airlines",
        version,
        description: DESCRIPTION,
      },
      servers: [{ url: "/", description: "This server" }],
      tags: [...new Set(all.map(({ tag }) => tag))].map((name) => ({ name })),
      paths: byPath(all),
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
        // zod writes patterns of every leap year and every version here; the format says the same in a word.
        if (["date-time", "date", "uuid"].includes(jsonSchema.format ?? "")) {
          delete jsonSchema.pattern;
        }
        // The limits of whole numbers in JavaScript are no promise of ours.
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      },
    },
  );

let made: Document | undefined;

/** The document of this API, made once. */
export function openApiDocument(): Document {
  made ??= toOpenApi(endpoints, APP_VERSION);
  return made;
}
