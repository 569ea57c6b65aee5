import type { ReferenceStream } from "@/lib/model/stream";
import { LOCATION_TYPE_NAMES } from "./airports";

/**
 * What may stand in one place of an answer. `types` are JSON's own; a list of one may come as the thing itself. A value
 * that is `optional` may be absent; `codes` are the values ever seen.
 */
export type KnownValue = {
  types: readonly ("text" | "number" | "boolean")[];
  optional?: true;
  codes?: ReadonlySet<string>;
};
export type KnownObject = { fields: Readonly<Record<string, KnownShape>>; optional?: true };
type KnownList = { listOf: KnownValue | KnownObject; optional?: true };
export type KnownShape = KnownValue | KnownObject | KnownList;

/** Sent as numbers from 2017 to 2019 and as texts since (API.md section 5): both are known. */
const textOrNumber: KnownValue = { types: ["text", "number"] };
const text: KnownValue = { types: ["text"] };
const number: KnownValue = { types: ["number"] };
const optional = <Shape extends KnownShape>(shape: Shape): Shape & { optional: true } => ({
  ...shape,
  optional: true,
});
const codes = (values: Iterable<string>): KnownValue => ({
  types: ["text"],
  codes: new Set(values),
});

/** Every language seen (API.md section 5.1), in both cases, for 2018 answers had small letters. */
const LANGUAGES =
  "EN DE ES FR IT PT JA KO NL PL RU ZH BG CS HU RO SV UK KA KR EL TR FI HR SL".split(" ");
const language = codes(LANGUAGES.flatMap((code) => [code, code.toLowerCase()]));

const names: KnownObject = {
  fields: { Name: { listOf: { fields: { "@LanguageCode": language, $: text } }, optional: true } },
};

const place = {
  CountryCode: text,
  Names: names,
  UtcOffset: textOrNumber,
  TimeZoneId: optional(text),
};

const RECORDS = {
  countries: { CountryCode: text, Names: names },
  cities: {
    ...place,
    CityCode: text,
    Airports: { fields: { AirportCode: { listOf: text } }, optional: true },
  },
  airports: {
    ...place,
    AirportCode: text,
    CityCode: text,
    LocationType: codes(Object.keys(LOCATION_TYPE_NAMES)),
    Position: { fields: { Coordinate: { fields: { Latitude: number, Longitude: number } } } },
  },
  airlines: { AirlineID: textOrNumber, AirlineID_ICAO: optional(text), Names: names },
  aircraft: { AircraftCode: textOrNumber, AirlineEquipCode: optional(textOrNumber), Names: names },
} as const satisfies Record<ReferenceStream, KnownObject["fields"]>;

/** What stands beside every list. */
export const META_SHAPE: KnownObject = {
  fields: {
    "@Version": codes(["1.0.0"]),
    Link: { listOf: { fields: { "@Href": text, "@Rel": text } }, optional: true },
    TotalCount: optional(number),
  },
};

const envelope = (listKey: string, recordKey: string, fields: KnownObject["fields"]) => ({
  fields: {
    [listKey]: { fields: { [recordKey]: { listOf: { fields }, optional: true } } },
    Meta: META_SHAPE,
  } satisfies KnownObject["fields"],
});

/** Shape of each reference answer below its root key, from API.md section 5.1 and the recordings of 2017 to 2024. */
export const KNOWN_SHAPES: Readonly<Record<ReferenceStream, KnownObject>> = {
  countries: envelope("Countries", "Country", RECORDS.countries),
  cities: envelope("Cities", "City", RECORDS.cities),
  airports: envelope("Airports", "Airport", RECORDS.airports),
  airlines: envelope("Airlines", "Airline", RECORDS.airlines),
  aircraft: envelope("AircraftSummaries", "AircraftSummary", RECORDS.aircraft),
};
