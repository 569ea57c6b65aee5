import type { z } from "zod";
import type { ErrorCode } from "@/lib/errors";
import type { KeyScope } from "@/lib/model/api-key";

/**
 * Who may call: `anybody`; a `reader`, who is anybody where reads are public (API_PUBLIC_READS) and else whoever signed
 * in or has a key; or a person of at least this role.
 */
export type Access = "anybody" | "reader" | "viewer" | "operator" | "admin";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/**
 * How long an answer stays true. `data`: as long as the data version stands, whoever asks; `minute`: the same, and for
 * a minute at most, because it looks at the clock; `reply`: nobody knows before it is made; `document`: until the
 * product is updated; `never`: it is not kept anywhere, as secrets and what moves all the time.
 */
export type Keeping = "data" | "minute" | "reply" | "document" | "never";

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
  /** What a key must be allowed for this: `read` for GET and else `write` where absent; `never`: people only. */
  keyScope?: KeyScope | "never";
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  response: z.ZodType;
  /** The status of success; 200 when absent. */
  status?: 200 | 201 | 202 | 204;
  /** Further statuses that carry the same reply: 202 where work goes on, 503 with the whole health report. */
  alsoStatuses?: readonly (202 | 503)[];
  /** Errors beside those that every endpoint of its kind may have. */
  errors?: readonly ErrorCode[];
  /** The answer is a bare array with totals and paging in headers. */
  paged?: true;
  /** It is about one row with `id` and `version`: these make the ETag of the answer, which If-Match compares. */
  versioned?: true;
  /** Media types of the file that is streamed instead of JSON; `response` describes its text. */
  produces?: readonly string[];
  /** Where absent: `data` for what readers get, `reply` for what a role may read, `never` for secrets, files and changes. */
  cache?: Keeping;
};

type PartName = "params" | "query" | "body";

type ReadPart<E extends Endpoint, K extends PartName> =
  E extends Record<K, infer S extends z.ZodType> ? Record<K, z.output<S>> : unknown;

/** A part of which nothing is needed may be left out. */
type SentPart<E extends Endpoint, K extends PartName> =
  E extends Record<K, infer S extends z.ZodType>
    ? object extends z.input<S>
      ? Partial<Record<K, z.input<S>>>
      : Record<K, z.input<S>>
    : unknown;

/** What a handler receives: parsed, with defaults filled in. */
export type HandlerInput<E extends Endpoint> = ReadPart<E, "params"> &
  ReadPart<E, "query"> &
  ReadPart<E, "body">;

/** What a caller passes: before parsing, so defaults may be left out. */
export type CallInput<E extends Endpoint> = SentPart<E, "params"> &
  SentPart<E, "query"> &
  SentPart<E, "body">;

/** Declares an endpoint, keeping its exact type. */
export const defineEndpoint = <const E extends Endpoint>(endpoint: E): E => endpoint;
