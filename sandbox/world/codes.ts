import type { List } from "../catalog";
import type { Item } from "../json";
import { namesOf } from "../language";
import { seededFraction } from "../seeded";
import { type OpenCode, readOpenAircraft, readOpenAirlines, readOpenCountries } from "./read-table";

/** FR countries: 186 names of their own, 52 left in English (API.md 5.1). */
const TRANSLATED = 186 / 238;
/** 122 of 1,132 airlines have no AirlineID_ICAO (API.md 8.1). */
const WITHOUT_ICAO = 122 / 1132;

const byField = (field: string) => (a: Item, b: Item) =>
  String(a[field]) < String(b[field]) ? -1 : Number(String(a[field]) > String(b[field]));

const readable = (items: Item[]): List => ({ items, unreadable: new Map() });

export function listCountries(seed: number): List {
  const items = readOpenCountries().map(({ code, names }): Item => {
    const translated = seededFraction(seed, "country name", code) < TRANSLATED;
    return {
      CountryCode: code,
      Names: namesOf(translated ? names : { EN: names.EN ?? code }),
    };
  });
  return readable(items.sort(byField("CountryCode")));
}

/** Codes that stand for several airlines, as recorded in May 2024: ICAO code or none, name or none. */
const AIRLINE_TWINS: Record<string, readonly (readonly [string | null, string | null])[]> = {
  "4Y": [
    ["OCN", "Eurowings Discover"],
    ["BGA", null],
  ],
  BW: [["GAF", "German Air Force"]],
  LH: [
    ["GEC", "Lufthansa Cargo"],
    [null, "Lufthansa Group"],
  ],
};

const toAirlineItem = (code: string, icaoCode: string | null, name: string | null): Item => ({
  AirlineID: code,
  ...(icaoCode && { AirlineID_ICAO: icaoCode }),
  Names: namesOf(name ? { EN: name } : {}),
});

function airlineItems({ code, icaoCode, name }: OpenCode, seed: number): Item[] {
  const twins = AIRLINE_TWINS[code];
  const nameless = !twins && seededFraction(seed, "icao", code) < WITHOUT_ICAO;
  return [
    toAirlineItem(code, nameless ? null : icaoCode, name),
    ...(twins ?? []).map(([icao, twin]) => toAirlineItem(code, icao, twin)),
  ];
}

/** Airlines with their twins, and the one whose code has three characters. */
export function listAirlines(seed: number): List {
  const known = readOpenAirlines().flatMap((airline) => airlineItems(airline, seed));
  const items = [...known, toAirlineItem("EZS", "EZS", "Easyjet Switzerland")];
  return readable(items.sort(byField("AirlineID")));
}

/** Aircraft types; 748 is listed twice and has neither name nor equipment code (API.md 8.1). */
export function listAircraft(): List {
  const known = readOpenAircraft().map(
    ({ code, icaoCode, name }): Item => ({
      AircraftCode: code,
      Names: namesOf({ EN: name }),
      AirlineEquipCode: icaoCode ?? "0000",
    }),
  );
  const twin = (): Item => ({ AircraftCode: "748", Names: {} });
  return readable([...known, twin(), twin()].sort(byField("AircraftCode")));
}
