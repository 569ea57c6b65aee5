import { LufthansaAirline } from "@/lib/lufthansa/responses";
import type { AirlineRecord } from "@/lib/model/airline";
import { englishName } from "./english-name";
import { type ListInput, type NormalizedList, normalizeList } from "./normalize-list";
import { readCode, readItem } from "./read-item";

/** Two characters, at least one a letter; EasyJet Switzerland is sent by its ICAO code EZS. */
const AIRLINE_CODE = /^(?!\d+$)[A-Z0-9]{2,3}$/;

/** Country of an airline, from open data; null when unknown. */
export type CountryOfAirline = (airline: AirlineRecord) => string | null;

/** Airlines as sent -> records and rejects. The source does not say where an airline is at home. */
export const normalizeAirlines = (
  input: ListInput,
  { countryOfAirline }: { countryOfAirline: CountryOfAirline },
): NormalizedList<AirlineRecord> =>
  normalizeList(input, {
    path: "Airlines.Airline",
    codeField: "AirlineID",
    sentFields: ["name", "icaoCode"],
    read: (item, note) =>
      readItem(item, {
        schema: LufthansaAirline,
        codeField: "AirlineID",
        codePattern: AIRLINE_CODE,
        toRecord: (code, sent): AirlineRecord => ({
          code,
          icaoCode: readCode(sent.AirlineID_ICAO, {
            field: "AirlineID_ICAO",
            pattern: /^[A-Z0-9]{3,4}$/,
            note,
          }),
          name: englishName(sent.Names, note),
          countryCode: null,
        }),
      }),
    complete: (record) => ({ ...record, countryCode: countryOfAirline(record) }),
  });
