import type { Airport, NewAirport } from "@/lib/contract/airports";
import type { Actor } from "@/lib/model/actor";
import { checkCountryName } from "../countries/check-country-name";
import { createReference } from "../reference/create-reference";
import { airportSayings, editedAirports } from "./edited-airports";

/**
 * Adds an airport that a person tells of. Throws `conflict` where its code has a row already, and `validation_failed` where
 * the name of its country is that of another one.
 */
export const createAirport = (wish: NewAirport, actor: Actor): Promise<Airport> =>
  createReference(
    editedAirports,
    {
      code: wish.airport_code,
      sayings: airportSayings(wish),
      check: checkCountryName(wish.country_name),
    },
    { actor, action: "createAirport" },
  );
