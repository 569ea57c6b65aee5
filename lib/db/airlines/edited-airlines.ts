import type { Airline, AirlineEdit } from "@/lib/contract/airlines";
import type { AirlineRecord } from "@/lib/model/airline";
import { fragment } from "../fragment";
import { countReferences } from "../reference/count-references";
import type { EditedKind } from "../reference/edited-kind";
import { cellsOf, eachSaid } from "../reference/said-cells";
import { airlineEntity } from "../upsert/airlines";
import type { Saying } from "../upsert/edit-row";
import { findAirline } from "./find-airline";

/** How people change airlines. */
export const editedAirlines: EditedKind<AirlineRecord, Airline> = {
  entity: airlineEntity,
  resource: "airlines",
  noun: "airline",
  find: findAirline,
  findReferences: (code, connection) =>
    countReferences(
      [
        {
          resource: "flights",
          count: fragment("SELECT COUNT(*) AS total FROM flights WHERE carrier = ?", code),
        },
        {
          resource: "codeshares",
          count: fragment(
            "SELECT COUNT(*) AS total FROM flight_codeshares WHERE carrier = ?",
            code,
          ),
        },
      ],
      connection,
    ),
};

/** What a person says of an airline, by column; what they leave out is not there. */
export function airlineSayings(edit: Omit<AirlineEdit, "airline_code">): Saying[] {
  const { airline_name, icao_code, country_code } = edit;
  const cells = cellsOf(airlineEntity, {
    code: "",
    name: airline_name ?? null,
    icaoCode: icao_code ?? null,
    countryCode: country_code ?? null,
  });
  return eachSaid(cells, { name: airline_name, icao_code, country_code });
}
