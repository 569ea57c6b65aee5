/** Local days, both included. */
export type DaySpan = { from: string; to: string };

/**
 * The answers of windows that begin on these days, by way of the coverage, which has an index by day: it knows every window
 * that was ever asked. Its values are stream, first and last day.
 */
export const ANSWERS_OF_DAYS = `
  FROM coverage c
  JOIN sync_windows w ON w.stream = c.stream AND w.scope = c.scope AND w.window_key = c.window_key
  JOIN window_payloads p ON p.window_id = w.id
  WHERE c.stream = ? AND c.day BETWEEN ? AND ? AND p.status = 200`;
