import type { RowVersion } from "@/lib/model/precondition";
import { writeAudit } from "../audit/write-audit";
import { bumpDataVersion } from "../data-version";
import { databaseNow } from "../database-now";
import { transaction } from "../transaction";
import { editRow } from "../upsert/edit-row";
import { saysSame } from "../upsert/source-view";
import { writeRows } from "../upsert/write-rows";
import type { EditedKind, ReferenceChange, ReferenceEdit } from "./edited-kind";
import { lockReference } from "./lock-reference";

/**
 * Takes what is said for all that a person says of a row: what differs from the source stays against every later sync, all else
 * goes back to it. The same once more is no new version. Throws `not_found`, `precondition_failed`, and what `check` throws.
 */
export function replaceReference<Rec, Shown extends RowVersion>(
  kind: EditedKind<Rec, Shown>,
  { code, sayings, check }: ReferenceEdit,
  { actor, precondition, action }: ReferenceChange & { action: string },
): Promise<Shown> {
  return transaction(async (connection) => {
    const { row, shown: before } = await lockReference(connection, kind, { code, precondition });
    const content = editRow(kind.entity, row, sayings);
    await check?.(content, connection);
    const now = await databaseNow(connection);
    if (!saysSame(row, content)) {
      const version = row.version + 1;
      await writeRows(connection, kind.entity, [{ ...row, ...content, version, updatedAt: now }]);
      await bumpDataVersion(connection);
    }
    const after = await kind.find(code, connection);
    if (!after) throw new Error(`${kind.noun} ${code} was changed and is not there`);
    const { resource } = kind;
    await writeAudit(connection, {
      ...{ actor, at: now, action, resource, resourceKey: code },
      ...{ before, after },
    });
    return after;
  });
}
