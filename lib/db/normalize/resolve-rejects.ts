import type { Connection } from "mariadb";
import { z } from "zod";
import type { StreamName } from "@/lib/model/stream";
import type { LoadedWindow } from "@/lib/sync/ports";
import { execute } from "../execute";
import { query } from "../query";
import { sampleHash } from "./sample-hash";

/**
 * Marks open rejects of these answers as resolved that are none any more: today's parser keeps the record, or names another
 * rule. `rejects` are those that it makes of the same answers.
 */
export async function resolveRejects(
  connection: Connection,
  { stream, now }: { stream: StreamName; now: Date },
  reread: { payloadIds: readonly string[]; rejects: LoadedWindow<unknown>["rejects"] },
): Promise<void> {
  const { payloadIds, rejects } = reread;
  if (payloadIds.length === 0) return;
  const today = new Set(rejects.map(({ rule, sample }) => `${rule} ${sampleHash(sample)}`));
  const stored = await query(
    z.object({ id: z.number(), rule: z.string(), sample_hash: z.string() }),
    "SELECT id, rule, sample_hash FROM rejects WHERE stream = ? AND payload_id IN (?) AND resolved_at IS NULL",
    [stream, payloadIds],
    connection,
  );
  const healed = stored.filter(({ rule, sample_hash }) => !today.has(`${rule} ${sample_hash}`));
  await markResolved(
    connection,
    healed.map(({ id }) => id),
    now,
  );
}

/** Marks these rejects as resolved; one that is so already keeps its time. */
export async function markResolved(
  connection: Connection,
  ids: readonly number[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await execute(
    "UPDATE rejects SET resolved_at = ? WHERE id IN (?) AND resolved_at IS NULL",
    [now, ids],
    connection,
  );
}
