/** One page of a reference list: `offset` as asked, `limit` as granted, positions first..last (1-based). */
export type Page = { offset: number; limit: number; first: number; last: number };

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

function wholeNumber(text: string | null, fallback: number, least: number): number | null {
  if (text === null) return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least ? value : null;
}

/** Reference lists count from 1, and offset 0 means 1 too (API.md section 6); null where limit or offset is no number. */
export function pageOf(query: URLSearchParams): Page | null {
  const offset = wholeNumber(query.get("offset"), 0, 0);
  const asked = wholeNumber(query.get("limit"), DEFAULT_LIMIT, 1);
  if (offset === null || asked === null) return null;
  const limit = Math.min(asked, MAX_LIMIT);
  const first = Math.max(1, offset);
  return { offset, limit, first, last: first + limit - 1 };
}
