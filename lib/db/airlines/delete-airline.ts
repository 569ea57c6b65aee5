import { deleteReference } from "../reference/delete-reference";
import type { ReferenceChange } from "../reference/edited-kind";
import { editedAirlines } from "./edited-airlines";

/** Deletes an airline that nothing refers to. Throws `not_found`, `precondition_failed` and `conflict`. */
export const deleteAirline = (code: string, change: ReferenceChange): Promise<void> =>
  deleteReference(editedAirlines, code, { ...change, action: "deleteAirline" });
