import type { Airline, NewAirline } from "@/lib/contract/airlines";
import type { Actor } from "@/lib/model/actor";
import { createReference } from "../reference/create-reference";
import { airlineSayings, editedAirlines } from "./edited-airlines";

/** Adds an airline that a person tells of. Throws `conflict` where its code has a row already. */
export const createAirline = (wish: NewAirline, actor: Actor): Promise<Airline> =>
  createReference(
    editedAirlines,
    { code: wish.airline_code, sayings: airlineSayings(wish) },
    { actor, action: "createAirline" },
  );
