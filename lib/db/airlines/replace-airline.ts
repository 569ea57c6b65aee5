import type { Airline, AirlineEdit } from "@/lib/contract/airlines";
import { checkSameCode } from "../reference/check-same-code";
import type { ReferenceChange } from "../reference/edited-kind";
import { replaceReference } from "../reference/replace-reference";
import { airlineSayings, editedAirlines } from "./edited-airlines";

/**
 * Takes `edit` for all that a person says of an airline. Throws `not_found`, `precondition_failed`, and `validation_failed`
 * where the body has another code.
 */
export async function replaceAirline(
  code: string,
  edit: AirlineEdit,
  change: ReferenceChange,
): Promise<Airline> {
  checkSameCode("airline_code", edit.airline_code, code);
  const sayings = airlineSayings(edit);
  const action = "replaceAirline";
  return replaceReference(editedAirlines, { code, sayings }, { ...change, action });
}
