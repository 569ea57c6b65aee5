import type { z } from "zod";
import type { ErrorCode } from "@/lib/errors";

/** Who may call: anybody, or a signed-in person of at least this role. */
export type Access = "public" | "viewer" | "operator" | "admin";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** One promise of the API. The route serves it, the client calls it, OpenAPI prints it, tests check it. */
export type Endpoint = {
  id: string;
  method: Method;
  path: `/api${string}`;
  summary: string;
  description?: string;
  tag: string;
  /** Not optional, so that nobody forgets to decide. */
  access: Access;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  response: z.ZodType;
  /** The status of success; 200 when absent. */
  status?: 200 | 201 | 202 | 204;
  /** Further statuses that carry the same reply: 503 with the whole health report. */
  alsoStatuses?: readonly 503[];
  /** Errors beside those that every endpoint of its kind may have. */
  errors?: readonly ErrorCode[];
  /** The answer is a bare array with totals and paging in headers. */
  paged?: true;
};

type Part<E extends Endpoint, K extends "params" | "query" | "body", Side extends "in" | "out"> =
  E extends Record<K, infer S extends z.ZodType>
    ? Record<K, Side extends "in" ? z.input<S> : z.output<S>>
    : unknown;

/** What a handler receives: parsed, with defaults filled in. */
export type HandlerInput<E extends Endpoint> = Part<E, "params", "out"> &
  Part<E, "query", "out"> &
  Part<E, "body", "out">;

/** What a caller passes: before parsing, so defaults may be left out. */
export type CallInput<E extends Endpoint> = Part<E, "params", "in"> &
  Part<E, "query", "in"> &
  Part<E, "body", "in">;

/** Declares an endpoint, keeping its exact type. */
export const defineEndpoint = <const E extends Endpoint>(endpoint: E): E => endpoint;
