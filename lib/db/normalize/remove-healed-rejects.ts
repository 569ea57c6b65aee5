import { createHash } from "node:crypto";
import type { Connection } from "mariadb";
import { z } from "zod";
import type { FlightStream } from "@/lib/model/stream";
import type { Rereading } from "@/lib/sync/normalize-again/reread-answers";
import { execute } from "../execute";
import { query } from "../query";

/** Takes away rejects of these answers that are none any more: today's parser keeps the record, or names another rule. */
export async function removeHealedRejects(
  connection: Connection,
  stream: FlightStream,
  { payloadIds, rejects }: { payloadIds: readonly string[]; rejects: Rereading["rejects"] },
): Promise<void> {
  if (payloadIds.length === 0) return;
  const hash = (sample: string) => createHash("sha256").update(sample).digest("hex");
  const today = new Set(rejects.map(({ rule, sample }) => `${rule} ${hash(sample)}`));
  const stored = await query(
    z.object({ id: z.number(), rule: z.string(), sample_hash: z.string() }),
    "SELECT id, rule, sample_hash FROM rejects WHERE stream = ? AND payload_id IN (?)",
    [stream, payloadIds],
    connection,
  );
  const healed = stored.filter(({ rule, sample_hash }) => !today.has(`${rule} ${sample_hash}`));
  if (healed.length === 0) return;
  const ids = healed.map(({ id }) => id);
  await execute("DELETE FROM rejects WHERE id IN (?)", [ids], connection);
}
