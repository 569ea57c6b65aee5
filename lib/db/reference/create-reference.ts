import type { Connection } from "mariadb";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import type { RowVersion } from "@/lib/model/precondition";
import { writeAudit } from "../audit/write-audit";
import { bumpDataVersion } from "../data-version";
import { databaseNow } from "../database-now";
import { transaction } from "../transaction";
import { editRow } from "../upsert/edit-row";
import type { Row } from "../upsert/read-rows";
import { writeRows } from "../upsert/write-rows";
import type { EditedKind, ReferenceEdit } from "./edited-kind";

/** The driver's number for a row whose key is taken. */
const DUPLICATE = 1062;

/** Adds a row that a person tells of. Throws `conflict` where the code has a row already, and what `check` throws. */
export function createReference<Rec, Shown extends RowVersion>(
  kind: EditedKind<Rec, Shown>,
  { code, sayings, check }: ReferenceEdit,
  { actor, action }: { actor: Actor; action: string },
): Promise<Shown> {
  return transaction(async (connection) => {
    const content = editRow(kind.entity, undefined, sayings);
    await check?.(content, connection);
    const now = await databaseNow(connection);
    await insert(connection, kind, {
      ...content,
      key: code,
      runId: null,
      payloadId: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    const after = await kind.find(code, connection);
    if (!after) throw new Error(`${kind.noun} ${code} was kept and is not there`);
    const { resource } = kind;
    const entry = { actor, at: now, action, resource, resourceKey: code, before: null, after };
    await writeAudit(connection, entry);
    await bumpDataVersion(connection);
    return after;
  });
}

/** The unique key tells that a row is there: looking first would keep nobody from being faster. */
async function insert<Rec, Shown>(
  connection: Connection,
  kind: EditedKind<Rec, Shown>,
  row: Row,
): Promise<void> {
  try {
    await writeRows(connection, kind.entity, [row], { onlyNew: true });
  } catch (error) {
    const isDuplicate = error instanceof Error && "errno" in error && error.errno === DUPLICATE;
    throw isDuplicate ? isThere(kind, row.key) : error;
  }
}

const isThere = <Rec, Shown>({ noun, resource }: EditedKind<Rec, Shown>, code: string): AppError =>
  new AppError(
    "conflict",
    `The ${noun} ${code} is there already. Nothing was changed: PUT /api/${resource}/${code} changes it.`,
  );
