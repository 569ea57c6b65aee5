import type { CountryOfAirline } from "./airlines";
import type { ContinentOf } from "./countries";

/** A generated file of reference data: rows of columns, as in `data/airlines.json`. */
type OpenDataTable = {
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
};

/** What Lufthansa does not say and open data does. */
export type OpenData = { countryOfAirline: CountryOfAirline; continentOf: ContinentOf };

/**
 * Looks up airlines and countries in generated open data. Two-letter airline codes are given again to others, so an
 * airline's country is only taken where its ICAO code agrees, or its name where it was sent without one.
 */
export function openData(files: { airlines: OpenDataTable; countries: OpenDataTable }): OpenData {
  const airlines = byKey(files.airlines, ["code", "icao_code"], "country_code");
  const airlineNames = byKey(files.airlines, ["code", "name"], "country_code");
  const continents = byKey(files.countries, ["code"], "continent");
  return {
    countryOfAirline: ({ code, icaoCode, name }) =>
      (icaoCode ? airlines.get(key([code, icaoCode])) : airlineNames.get(key([code, name]))) ??
      null,
    continentOf: (countryCode) => continents.get(key([countryCode])) ?? null,
  };
}

const key = (parts: readonly unknown[]): string => parts.map(String).join(" ").toLowerCase();

function byKey(
  { columns, rows }: OpenDataTable,
  keyColumns: readonly string[],
  valueColumn: string,
): Map<string, string> {
  const place = (column: string) => {
    const index = columns.indexOf(column);
    if (index < 0) throw new Error(`The open data table has no column ${column}.`);
    return index;
  };
  const keys = keyColumns.map(place);
  const value = place(valueColumn);
  return new Map(
    rows.flatMap((row) => {
      const found = row[value];
      return typeof found === "string" && found
        ? [[key(keys.map((index) => row[index])), found]]
        : [];
    }),
  );
}
