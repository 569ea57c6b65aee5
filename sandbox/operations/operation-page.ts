/** One page of an operations answer: 0-based, 50 rows at most whatever is asked (API.md section 6). */
export type OperationPage = { offset: number; limit: number };

export const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 50;

function wholeNumber(text: string | null, fallback: number, least: number): number | null {
  if (text === null) return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least ? value : null;
}

/** Limit and offset of a query, or null where one is no number. */
export function operationPage(query: URLSearchParams): OperationPage | null {
  const offset = wholeNumber(query.get("offset"), 0, 0);
  const asked = wholeNumber(query.get("limit"), DEFAULT_LIMIT, 1);
  return offset === null || asked === null ? null : { offset, limit: Math.min(asked, MAX_LIMIT) };
}
