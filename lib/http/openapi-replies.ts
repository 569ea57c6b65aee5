import { z } from "zod";
import type { ZodOpenApiResponseObject } from "zod-openapi";
import type { Endpoint } from "@/lib/contract/endpoint";
import { MEDIA_TYPES } from "@/lib/model/export-format";
import { keepingOf } from "./cache-policy";
import { type HeaderName, headerReferences } from "./openapi-headers";

/** What an endpoint answers where nothing is wrong, by status. */
export function repliesOf(endpoint: Endpoint): Record<string, ZodOpenApiResponseObject> {
  const statuses = [endpoint.status ?? 200, ...(endpoint.alsoStatuses ?? [])];
  const replies = statuses.map((status) => [
    `${status}`,
    {
      description: DESCRIPTIONS[status] ?? endpoint.summary,
      headers: headerReferences(headersOf(endpoint, status)),
      ...contentOf(endpoint, status),
    },
  ]);
  return Object.fromEntries(isTagged(endpoint) ? [...replies, ["304", NOT_MODIFIED]] : replies);
}

const DESCRIPTIONS: Readonly<Partial<Record<number, string>>> = {
  202: "Taken on; it goes on after the answer",
  204: "Done; there is nothing to say of it",
  503: "The same report while something that matters is down",
};

const NOT_MODIFIED: ZodOpenApiResponseObject = {
  id: "not_modified",
  description: "What you hold (If-None-Match) is still right; there is no body",
  headers: headerReferences(["ETag", "Cache-Control"]),
};

/** Whether it changes one version of one row. */
export const isMatched = ({ versioned, method }: Endpoint): boolean =>
  versioned === true && (method === "PUT" || method === "DELETE");

/** Whether its answer has an ETag by which it need not be sent again. */
export const isTagged = (endpoint: Endpoint): boolean =>
  keepingOf(endpoint) !== "never" && !endpoint.produces;

/** What an export says of itself, whatever its format. */
const EXPORTED: readonly HeaderName[] = ["X-Export-Filters", "X-Export-Time", "X-Export-Time-Zone"];

function headersOf(endpoint: Endpoint, status: number): HeaderName[] {
  const { paged, versioned, produces } = endpoint;
  return [
    ...(isTagged(endpoint) || (versioned && status !== 204) ? (["ETag"] as const) : []),
    ...(paged ? (["X-Total-Count", "X-Total-Count-Exact", "Link"] as const) : []),
    ...(status === 201 ? (["Location"] as const) : []),
    ...(produces ? (["Content-Disposition"] as const) : []),
    ...(produces?.includes(MEDIA_TYPES.csv) ? EXPORTED : []),
    "Cache-Control",
  ];
}

function contentOf(endpoint: Endpoint, status: number): Pick<ZodOpenApiResponseObject, "content"> {
  if (status === 204) return {};
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
