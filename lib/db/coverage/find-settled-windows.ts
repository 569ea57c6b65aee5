import { z } from "zod";
import type { FlightStream } from "@/lib/model/stream";
import { query } from "../query";

/** Names (`scope key`) of the windows of these scopes that are settled, of the local days from `from` to `to`, both included. */
export async function findSettledWindows(wish: {
  stream: FlightStream;
  scopes: readonly string[];
  from: string;
  to: string;
}): Promise<Set<string>> {
  const { stream, scopes, from, to } = wish;
  if (scopes.length === 0) return new Set();
  const rows = await query(
    z.object({ scope: z.string(), window_key: z.string() }),
    `SELECT scope, window_key FROM coverage
     WHERE stream = ? AND scope IN (?) AND day BETWEEN ? AND ? AND settled = 1`,
    [stream, scopes, from, to],
  );
  return new Set(rows.map(({ scope, window_key }) => `${scope} ${window_key}`));
}
