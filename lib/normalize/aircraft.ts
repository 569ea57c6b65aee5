import { LufthansaAircraft } from "@/lib/lufthansa/responses";
import type { AircraftRecord } from "@/lib/model/aircraft";
import { englishName } from "./english-name";
import { type ListInput, type NormalizedList, normalizeList } from "./normalize-list";
import { readCode, readItem } from "./read-item";

const AIRCRAFT_CODE = /^[A-Z0-9]{3,4}$/;

/** Sent where an aircraft type has no code of its own (29 of 382 recorded). */
const NO_CODE = "*";

/** Aircraft types as sent -> records and rejects. */
export const normalizeAircraft = (input: ListInput): NormalizedList<AircraftRecord> =>
  normalizeList(input, {
    path: "AircraftSummaries.AircraftSummary",
    codeField: "AircraftCode",
    sentFields: ["name", "equipmentCode"],
    read: (item, note) =>
      readItem(item, {
        schema: LufthansaAircraft,
        codeField: "AircraftCode",
        codePattern: AIRCRAFT_CODE,
        toRecord: (code, { Names, AirlineEquipCode }): AircraftRecord => ({
          code,
          name: englishName(Names, note),
          equipmentCode: readCode(AirlineEquipCode === NO_CODE ? undefined : AirlineEquipCode, {
            field: "AirlineEquipCode",
            pattern: /^[A-Z0-9-]{2,8}$/,
            note,
          }),
        }),
      }),
    complete: (record) => record,
  });
