import { deleteReference } from "../reference/delete-reference";
import type { ReferenceChange } from "../reference/edited-kind";
import { editedAirports } from "./edited-airports";

/** Deletes an airport that nothing refers to. Throws `not_found`, `precondition_failed` and `conflict`. */
export const deleteAirport = (code: string, change: ReferenceChange): Promise<void> =>
  deleteReference(editedAirports, code, { ...change, action: "deleteAirport" });
