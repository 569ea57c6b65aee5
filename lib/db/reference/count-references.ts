import type { Connection } from "mariadb";
import { z } from "zod";
import type { Reference } from "@/lib/errors";
import type { Fragment } from "../fragment";
import { query } from "../query";

/** Where something may refer to a row: a SELECT of one number called `total`. */
export type ReferencePlace = { resource: string; count: Fragment };

/** How often each of these places refers to a row; those that do not are left out. */
export async function countReferences(
  places: readonly ReferencePlace[],
  connection: Connection,
): Promise<Reference[]> {
  const references: Reference[] = [];
  for (const { resource, count } of places) {
    const [row] = await query(z.object({ total: z.number() }), count.sql, count.params, connection);
    if (row && row.total > 0) references.push({ resource, count: row.total });
  }
  return references;
}
