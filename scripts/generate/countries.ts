import { countries } from "countries-list";
import { type Cell, writeTable } from "./write-table";

/** Parts of Saint Helena that have a code of their own in the package, but not in ISO 3166-1. */
const NOT_ISO = new Set(["AC", "TA"]);
const LANGUAGES = ["de", "fr", "es", "it"];

/** Names and continents of all countries with an ISO 3166-1 code (and Kosovo), names in four more languages. */
export function generateCountries(date: string): string {
  const translations = LANGUAGES.map(
    (language) => new Intl.DisplayNames([language], { type: "region" }),
  );
  const rows: Cell[][] = Object.entries(countries)
    .filter(([code]) => !NOT_ISO.has(code))
    .map(([code, { name, continent }]) => [
      code,
      name,
      continent,
      ...translations.map((names) => names.of(code) ?? null),
    ]);
  rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  return writeTable(
    {
      source: "npm countries-list 3.4.1 (name, continent); Unicode CLDR by Intl.DisplayNames",
      licence: "MIT (countries-list), Unicode-3.0 (CLDR)",
      date,
    },
    ["code", "name", "continent", ...LANGUAGES],
    rows,
  );
}
