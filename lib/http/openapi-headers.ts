import { ORIGIN_KINDS } from "@/lib/model/origin";

const whole = { type: "integer" as const, minimum: 0 };
const text = { type: "string" as const };

/** Every header that an answer may carry beside its body, as OpenAPI components. What is required is there always. */
export const HEADERS = {
  "X-Request-Id": {
    description:
      "Names this request in the log: the one that was sent where it was sane, else a new one.",
    required: true,
    schema: text,
  },
  "X-Data-Origin": {
    description: "Whose data it shows; absent while there is none.",
    schema: { ...text, enum: [...ORIGIN_KINDS] },
  },
  "RateLimit-Limit": { description: "Calls allowed in a minute.", schema: whole },
  "RateLimit-Remaining": { description: "Calls left in this minute.", schema: whole },
  "RateLimit-Reset": { description: "Seconds until all of them are back.", schema: whole },
  "Retry-After": { description: "Seconds to wait before trying again.", schema: whole },
  ETag: {
    description: "Names this version; sent back as If-None-Match it spares an equal answer (304).",
    schema: text,
  },
  "X-Total-Count": {
    description: "Rows that match, on all pages together.",
    required: true,
    schema: whole,
  },
  "X-Total-Count-Exact": {
    description: "`false` where more match than were counted; absent else.",
    schema: { ...text, enum: ["false"] },
  },
  Link: {
    description: "RFC 8288: `first`, `prev`, `next` (by cursor) and `last`, as far as there are.",
    required: true,
    schema: text,
  },
  "Cache-Control": {
    description: "How long, and by whom, the answer may be kept.",
    required: true,
    schema: text,
  },
  Location: { description: "Address of what was made.", required: true, schema: text },
  "Content-Disposition": {
    description: "Name of the file.",
    required: true,
    schema: text,
  },
  "X-Export-Time": { description: "When it was asked for, UTC.", required: true, schema: text },
  "X-Export-Time-Zone": {
    description: "Zone of every instant in the file: UTC. What is local says so by its name.",
    required: true,
    schema: text,
  },
  "X-Export-Filters": {
    description: "Which rows were asked for, as in a query; `none`: all.",
    required: true,
    schema: text,
  },
  "WWW-Authenticate": {
    description: "How to say who you are: `Bearer`, with an API key.",
    required: true,
    schema: text,
  },
};

export type HeaderName = keyof typeof HEADERS;
const EVERYWHERE: readonly HeaderName[] = [
  "X-Request-Id",
  "X-Data-Origin",
  "RateLimit-Limit",
  "RateLimit-Remaining",
  "RateLimit-Reset",
];

/** References to the headers of every answer and to these. */
export const headerReferences = (names: readonly HeaderName[]) =>
  Object.fromEntries(
    [...EVERYWHERE, ...names].map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
