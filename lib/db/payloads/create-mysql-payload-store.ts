import { z } from "zod";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import type { PayloadStats, PayloadStore } from "@/lib/raw/payload-store";
import { findMysqlPayload, findMysqlPayloads } from "./find-mysql-payload";
import { saveMysqlPayload } from "./save-mysql-payload";
import { saveMysqlPayloads } from "./save-mysql-payloads";
import { sweepMysqlBodies } from "./sweep-mysql-bodies";

/**
 * The raw store in MySQL, for installations without MongoDB. Uses the pool of the process, which it does not close.
 * Every function throws `database_unavailable` when the database cannot be used.
 */
export function createMysqlPayloadStore(): PayloadStore {
  return {
    kind: "mysql",
    save: saveMysqlPayload,
    saveMany: saveMysqlPayloads,
    find: findMysqlPayload,
    findMany: findMysqlPayloads,
    listIds,
    remove,
    sweep: sweepMysqlBodies,
    stats,
    ping: async () => {
      await query(z.object({ hash: z.string() }), "SELECT hash FROM payload_bodies LIMIT 1");
    },
    close: async () => {},
  };
}

async function listIds(after: string | null, limit: number): Promise<string[]> {
  const rows = await query(
    z.object({ id: z.string() }),
    "SELECT id FROM payload_answers WHERE id > ? ORDER BY id LIMIT ?",
    [after ?? "", limit],
  );
  return rows.map(({ id }) => id);
}

async function remove(ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { affectedRows } = await execute("DELETE FROM payload_answers WHERE id IN (?)", [ids]);
  return affectedRows;
}

async function stats(): Promise<PayloadStats> {
  const [sums] = await query(
    z.object({
      answers: z.number(),
      bodies: z.number(),
      bytes: z.number(),
      storedBytes: z.number(),
    }),
    `SELECT (SELECT COUNT(*) FROM payload_answers) AS answers, COUNT(*) AS bodies,
            COALESCE(SUM(bytes), 0) AS bytes, COALESCE(SUM(stored_bytes), 0) AS storedBytes
       FROM payload_bodies`,
  );
  return sums ?? { answers: 0, bodies: 0, bytes: 0, storedBytes: 0 };
}
