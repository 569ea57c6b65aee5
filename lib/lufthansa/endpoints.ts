import type { Question } from "@/lib/model/answer";
import type { ReferenceStream } from "@/lib/model/stream";

/** Names are asked for in English; without `lang` every translation comes. Airlines and aircraft know no `lang`. */
const NAMES_IN_ENGLISH = { lang: "EN" };

const REFERENCES = {
  countries: { path: "/mds-references/countries", query: NAMES_IN_ENGLISH },
  cities: { path: "/mds-references/cities", query: NAMES_IN_ENGLISH },
  airports: { path: "/mds-references/airports", query: NAMES_IN_ENGLISH },
  airlines: { path: "/mds-references/airlines", query: {} },
  aircraft: { path: "/mds-references/aircraft", query: {} },
} as const satisfies Record<ReferenceStream, Pick<Question, "path" | "query">>;

/**
 * One page of a reference list: `limit` records (1 to 100; more are cut to 100) from position `offset`, which counts from 1. One position
 * that the source cannot show makes it answer 404 or 500 for the whole page, so a 500 of the backend is an answer here.
 */
export function referencePage(
  stream: ReferenceStream,
  { offset, limit }: { offset: number; limit: number },
): Question {
  const { path, query } = REFERENCES[stream];
  return { path, query: { ...query, limit, offset }, backendErrorIsAnswer: true };
}

/** One record by its code. */
export function referenceByCode(stream: ReferenceStream, code: string): Question {
  const { path, query } = REFERENCES[stream];
  return { path: `${path}/${encodeURIComponent(code)}`, query };
}
