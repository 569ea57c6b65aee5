import { AppError, type Reference } from "@/lib/errors";
import type { RowVersion } from "@/lib/model/precondition";
import { writeAudit } from "../audit/write-audit";
import { bumpDataVersion } from "../data-version";
import { databaseNow } from "../database-now";
import { execute } from "../execute";
import { takeFlightSequence } from "../flights/flight-sequence";
import { transaction } from "../transaction";
import type { EditedKind, ReferenceChange } from "./edited-kind";
import { lockReference } from "./lock-reference";

/**
 * Deletes a row that nothing refers to; a source that still lists it brings it back. Throws `not_found`,
 * `precondition_failed`, and `conflict` with what refers to it.
 */
export async function deleteReference<Rec, Shown extends RowVersion>(
  kind: EditedKind<Rec, Shown>,
  code: string,
  { actor, precondition, action }: ReferenceChange & { action: string },
): Promise<void> {
  const { entity, resource, noun } = kind;
  await transaction(async (connection) => {
    // No flight may come to use the code between the count and the deletion.
    await takeFlightSequence(connection);
    const { shown } = await lockReference(connection, kind, { code, precondition });
    const references = await kind.findReferences(code, connection);
    if (references.length > 0) throw isReferredTo(`${noun} ${code}`, references);
    const now = await databaseNow(connection);
    await execute(`DELETE FROM ${entity.table} WHERE ${entity.keyColumn} = ?`, [code], connection);
    await writeAudit(connection, {
      ...{ actor, at: now, action, resource, resourceKey: code },
      ...{ before: shown, after: null },
    });
    await bumpDataVersion(connection);
  });
}

function isReferredTo(name: string, references: readonly Reference[]): AppError {
  const said = references.map(({ resource, count }) => `${count} in ${resource}`).join(", ");
  return new AppError(
    "conflict",
    `The ${name} is referred to: ${said}. Nothing was changed: delete those first.`,
    { references },
  );
}
