import { z } from "zod";
import type { ReferenceStream } from "@/lib/model/stream";

/** A list of one arrives as an object, none as nothing or `{}`: always gives a list. */
export const oneOrMany = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(toList, z.array(item));

/** A text that some years arrives as a number. Texts keep their leading zeros; a number gives its digits. */
export const textOrNumber = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim());

/** A number that may arrive as a text. */
export const numberOrText = z
  .union([z.number(), z.string().trim().min(1).transform(Number)])
  .pipe(z.number());

/**
 * A field that a record can do without: null, an empty text or an unreadable value count as absent. Drift is found by
 * comparing the answer itself, so a retyped field shows there and does not cost the record.
 */
const lenient = <Field extends z.ZodType>(field: Field) =>
  z
    .preprocess((value) => (value === null || value === "" ? undefined : value), field.optional())
    .catch(undefined);

/** A code that names its record: without it the record cannot be kept. */
const key = textOrNumber.pipe(z.string().min(1));

export const LufthansaName = z.object({
  "@LanguageCode": lenient(textOrNumber),
  $: lenient(textOrNumber),
});
export type LufthansaName = z.infer<typeof LufthansaName>;

const Names = lenient(z.object({ Name: lenient(oneOrMany(LufthansaName)) }));

export const LufthansaCountry = z.object({ CountryCode: key, Names });
export type LufthansaCountry = z.infer<typeof LufthansaCountry>;

export const LufthansaCity = z.object({
  CityCode: key,
  CountryCode: lenient(textOrNumber),
  Names,
  /** Standard time, without daylight saving: `+01:00`; in old answers a number of hours. */
  UtcOffset: lenient(textOrNumber),
  TimeZoneId: lenient(textOrNumber),
  Airports: lenient(z.object({ AirportCode: lenient(oneOrMany(textOrNumber)) })),
});
export type LufthansaCity = z.infer<typeof LufthansaCity>;

export const LufthansaAirport = z.object({
  AirportCode: key,
  Position: lenient(
    z.object({
      Coordinate: lenient(
        z.object({ Latitude: lenient(numberOrText), Longitude: lenient(numberOrText) }),
      ),
    }),
  ),
  CityCode: lenient(textOrNumber),
  CountryCode: lenient(textOrNumber),
  LocationType: lenient(textOrNumber),
  Names,
  UtcOffset: lenient(textOrNumber),
  TimeZoneId: lenient(textOrNumber),
});
export type LufthansaAirport = z.infer<typeof LufthansaAirport>;

export const LufthansaAirline = z.object({
  AirlineID: key,
  AirlineID_ICAO: lenient(textOrNumber),
  Names,
});
export type LufthansaAirline = z.infer<typeof LufthansaAirline>;

export const LufthansaAircraft = z.object({
  AircraftCode: key,
  Names,
  AirlineEquipCode: lenient(textOrNumber),
});
export type LufthansaAircraft = z.infer<typeof LufthansaAircraft>;

/** Where the records of each reference answer are: root key, list key, record key. */
export const REFERENCE_PATHS = {
  countries: ["CountryResource", "Countries", "Country"],
  cities: ["CityResource", "Cities", "City"],
  airports: ["AirportResource", "Airports", "Airport"],
  airlines: ["AirlineResource", "Airlines", "Airline"],
  aircraft: ["AircraftResource", "AircraftSummaries", "AircraftSummary"],
} as const satisfies Record<ReferenceStream, readonly [string, string, string]>;

const Link = z.object({ "@Href": z.string(), "@Rel": z.string() });

const Meta = z.object({
  TotalCount: lenient(numberOrText.pipe(z.number().int().min(0))),
  Link: lenient(oneOrMany(Link)),
});

const Tree = z.record(z.string(), z.unknown());

export type ReferenceList = {
  /** The records, each still unread: one that cannot be read is a reject, not a failed page. */
  items: unknown[];
  /** Length of the whole list; null when the answer does not say (answers for one code do not). */
  totalCount: number | null;
  links: { href: string; rel: string }[];
};

/** Opens the envelope of a reference answer. Null when `json` is not the envelope of this stream. */
export function referenceList(json: unknown, stream: ReferenceStream): ReferenceList | null {
  const [rootKey, listKey, recordKey] = REFERENCE_PATHS[stream];
  const root = Tree.safeParse(Tree.safeParse(json).data?.[rootKey]).data;
  const list = Tree.safeParse(root?.[listKey]).data;
  if (!(root && list)) return null;
  const meta = Meta.safeParse(root.Meta).data;
  return {
    items: toList(list[recordKey]),
    totalCount: meta?.TotalCount ?? null,
    links: (meta?.Link ?? []).map((link) => ({ href: link["@Href"], rel: link["@Rel"] })),
  };
}

/** The backend's own error family; `Code` is a text in recordings and a number in older clients. */
export const BackendErrors = z.object({
  ProcessingErrors: z.object({
    ProcessingError: oneOrMany(
      z.object({
        Type: lenient(textOrNumber),
        Code: lenient(textOrNumber),
        Description: lenient(textOrNumber),
      }),
    ).refine((errors) => errors.length > 0),
  }),
});

/** The gateway's error family. */
export const GatewayError = z.object({ Error: z.string() });

/** A list of one arrives as an object, none as nothing or `{}`: what it is, still unread. */
export function toList(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  const isEmptyObject = typeof value === "object" && Object.keys(value).length === 0;
  return isEmptyObject ? [] : [value];
}
