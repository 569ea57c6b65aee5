import type { Airport, AirportEdit } from "@/lib/contract/airports";
import { checkCountryName } from "../countries/check-country-name";
import { checkSameCode } from "../reference/check-same-code";
import type { ReferenceChange } from "../reference/edited-kind";
import { replaceReference } from "../reference/replace-reference";
import { airportSayings, editedAirports } from "./edited-airports";

/**
 * Takes `edit` for all that a person says of an airport. Throws `not_found`, `precondition_failed`, and `validation_failed`
 * where the body has another code, or the name of another country.
 */
export async function replaceAirport(
  code: string,
  edit: AirportEdit,
  change: ReferenceChange,
): Promise<Airport> {
  checkSameCode("airport_code", edit.airport_code, code);
  const sayings = airportSayings(edit);
  const check = checkCountryName(edit.country_name);
  const action = "replaceAirport";
  return replaceReference(editedAirports, { code, sayings, check }, { ...change, action });
}
