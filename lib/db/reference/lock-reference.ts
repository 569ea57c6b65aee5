import type { Connection } from "mariadb";
import { AppError } from "@/lib/errors";
import { meets, type Precondition, type RowVersion } from "@/lib/model/precondition";
import { type Row, readRows } from "../upsert/read-rows";
import type { EditedKind } from "./edited-kind";

/**
 * Locks the row of this code for this transaction and returns it, as it is stored and as it is shown. Throws `not_found`, and
 * `precondition_failed` where it is another version than the change was made for.
 */
export async function lockReference<Rec, Shown extends RowVersion>(
  connection: Connection,
  kind: EditedKind<Rec, Shown>,
  { code, precondition }: { code: string; precondition: Precondition },
): Promise<{ row: Row; shown: Shown }> {
  const row = (await readRows(connection, kind.entity, [code])).get(code);
  const shown = row && (await kind.find(code, connection));
  if (!row || !shown) throw new AppError("not_found", `There is no ${kind.noun} ${code} here.`);
  if (meets(precondition, { id: shown.id, version: row.version })) return { row, shown };
  throw new AppError(
    "precondition_failed",
    `The ${kind.noun} ${code} is version ${row.version} now, not the one of If-Match. Nothing was changed: read it again.`,
  );
}
