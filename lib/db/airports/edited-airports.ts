import type { Airport, AirportEdit } from "@/lib/contract/airports";
import type { AirportRecord } from "@/lib/model/airport";
import { standardOffsetMinutes } from "@/lib/normalize/time-zone";
import { fragment } from "../fragment";
import { countReferences } from "../reference/count-references";
import type { EditedKind } from "../reference/edited-kind";
import { cellsOf, eachSaid } from "../reference/said-cells";
import { airportEntity } from "../upsert/airports";
import type { Saying } from "../upsert/edit-row";
import type { Cells } from "../upsert/entity";
import { findAirport } from "./find-airport";

/** How people change airports. */
export const editedAirports: EditedKind<AirportRecord, Airport> = {
  entity: airportEntity,
  resource: "airports",
  noun: "airport",
  find: findAirport,
  findReferences: (code, connection) =>
    countReferences(
      [
        {
          resource: "flights",
          // Two counts, each along its index; a flight back to where it began is in the first.
          count: fragment(
            `SELECT (SELECT COUNT(*) FROM flights WHERE origin = ?)
               + (SELECT COUNT(*) FROM flights WHERE destination = ? AND origin <> ?) AS total`,
            ...[code, code, code],
          ),
        },
        {
          resource: "tracked_routes",
          count: fragment(
            "SELECT COUNT(*) AS total FROM tracked_routes WHERE departure = ? OR arrival = ?",
            ...[code, code],
          ),
        },
        {
          resource: "tracked_airports",
          count: fragment(
            "SELECT COUNT(*) AS total FROM tracked_airports WHERE airport_code = ?",
            code,
          ),
        },
      ],
      connection,
    ),
};

/** What a person says of an airport, by columns that go together; what they leave out is not there. */
export function airportSayings(edit: Omit<AirportEdit, "airport_code">): Saying[] {
  const { name, city_code, country_code, location_type, latitude, longitude, time_zone } = edit;
  const cells = cellsOf(airportEntity, {
    code: "",
    name: name ?? null,
    cityCode: city_code ?? null,
    countryCode: country_code ?? null,
    locationType: location_type ?? null,
    latitude: latitude ?? null,
    longitude: longitude ?? null,
    utcOffsetMinutes: time_zone ? standardOffsetMinutes(time_zone) : null,
    timeZone: time_zone ?? null,
    timeZoneBasis: time_zone ? "manual" : null,
  });
  return [
    ...eachSaid(cells, { name, city_code, country_code, location_type }),
    ...(latitude === undefined ? [] : [{ cells: pick(cells, ["latitude", "longitude"]) }]),
    ...(time_zone === undefined ? [] : [zoneSaying(cells)]),
  ];
}

/** A zone brings its offset along; that there is no zone says nothing of the offset. */
const zoneSaying = (cells: Cells): Saying => ({
  cells: pick(cells, [
    "time_zone",
    "time_zone_basis",
    ...(cells.time_zone === null ? [] : ["utc_offset_minutes"]),
  ]),
  compared: ["time_zone"],
});

const pick = (cells: Cells, names: readonly string[]): Cells =>
  Object.fromEntries(names.map((name) => [name, cells[name] ?? null]));
