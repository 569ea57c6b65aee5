import { z } from "zod";
import { query } from "../query";

const PER_STATEMENT = 1000;

/** Which of these answers belong to a window already: their ids. */
export async function findKnownAnswers(ids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let from = 0; from < ids.length; from += PER_STATEMENT) {
    const rows = await query(
      z.object({ payload_id: z.string() }),
      "SELECT payload_id FROM window_payloads WHERE payload_id IN (?)",
      [ids.slice(from, from + PER_STATEMENT)],
    );
    for (const { payload_id } of rows) known.add(payload_id);
  }
  return known;
}
