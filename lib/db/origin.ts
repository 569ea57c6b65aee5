import { z } from "zod";
import { AppError } from "@/lib/errors";
import { type DataOrigin, ORIGIN_KINDS } from "@/lib/model/origin";
import { execute } from "./execute";
import { query } from "./query";

/** Where the data of this database comes from; null while it has none. */
export async function findOrigin(): Promise<DataOrigin | null> {
  const [row] = await query(
    z.object({ kind: z.enum(ORIGIN_KINDS), id: z.string() }),
    "SELECT kind, origin_id AS id FROM data_origin WHERE id = 1",
  );
  return row ?? null;
}

/**
 * Claims this database for one origin before anything of it is stored; the first to claim wins, for ever. Throws an
 * AppError `origin_refused` when the database holds data of another origin.
 */
export async function claimOrigin(offered: DataOrigin): Promise<void> {
  await execute(
    "INSERT IGNORE INTO data_origin (id, kind, origin_id, created_at) VALUES (1, ?, ?, UTC_TIMESTAMP(3))",
    [offered.kind, offered.id],
  );
  const held = await findOrigin();
  if (held?.id === offered.id) return;
  throw new AppError(
    "origin_refused",
    `This database holds data of ${describe(held)}, and ${describe(offered)} was offered. A database has one origin, so nothing was changed. Use another DATA_DIR or DATABASE_URL for ${describe(offered)}, or go back to the settings of before.`,
  );
}

function describe(origin: DataOrigin | null): string {
  if (!origin) return "no origin";
  const words = {
    sandbox: "the sandbox",
    replay: "a replay of recorded answers",
    import: "an import",
    lufthansa: `Lufthansa (${origin.id})`,
  } as const satisfies Record<DataOrigin["kind"], string>;
  return words[origin.kind];
}
