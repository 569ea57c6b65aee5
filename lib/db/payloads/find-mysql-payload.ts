import { z } from "zod";
import { query } from "@/lib/db/query";
import { KeptAnswer } from "@/lib/raw/kept-answer";
import { damagedBody } from "@/lib/raw/pack-body";
import type { StoredPayload } from "@/lib/raw/payload-store";
import { toStoredPayload } from "@/lib/raw/to-stored-payload";

const json = z.string().transform((text): unknown => JSON.parse(text));
const Row = z.object({
  ...KeptAnswer.shape,
  query: json.pipe(KeptAnswer.shape.query),
  headers: json.pipe(KeptAnswer.shape.headers),
  hash: z.string(),
  packed: z.instanceof(Buffer).nullable(),
});

const SELECT = `
  SELECT a.id, a.stream, a.window_name AS \`window\`, a.run_id AS runId, a.path, a.query, a.status,
         a.headers, a.received_at AS receivedAt, a.duration_ms AS durationMs, a.hash, b.body AS packed
    FROM payload_answers a
    LEFT JOIN payload_bodies b ON b.hash = a.hash`;

/** An answer with its body, checked against its hash. Throws when the body is missing or damaged. */
export async function findMysqlPayload(id: string): Promise<StoredPayload | null> {
  const [row] = await query(Row, `${SELECT} WHERE a.id = ?`, [id]);
  return row ? unpack(row) : null;
}

/** Many answers with their bodies in one read. `damaged` are those whose body is missing or not as it was kept. */
export async function findMysqlPayloads(
  ids: readonly string[],
): Promise<{ found: StoredPayload[]; damaged: string[] }> {
  if (ids.length === 0) return { found: [], damaged: [] };
  const rows = await query(Row, `${SELECT} WHERE a.id IN (?)`, [ids]);
  const unpacked = await Promise.all(rows.map((row) => unpack(row).catch(() => null)));
  return {
    found: unpacked.filter((payload) => payload !== null),
    damaged: rows.filter((_, index) => !unpacked[index]).map(({ id }) => id),
  };
}

async function unpack({ hash, packed, ...kept }: z.infer<typeof Row>): Promise<StoredPayload> {
  if (!packed) throw damagedBody(hash, "it is missing");
  return toStoredPayload(kept, hash, packed);
}
