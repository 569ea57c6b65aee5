import { readFileSync } from "node:fs";

type Cell = string | number | null;
type Row = Record<string, Cell>;

const root = new URL("../../data/", import.meta.url);

/** The rows of one of our data files, as objects by column name. */
function readTable(file: string): Row[] {
  // Our own committed file, made by scripts/generate-data.ts or by hand in the same form.
  const table = JSON.parse(readFileSync(new URL(file, root), "utf8")) as {
    columns: string[];
    rows: Cell[][];
  };
  return table.rows.map((cells) =>
    Object.fromEntries(table.columns.map((column, index) => [column, cells[index] ?? null])),
  );
}

const text = (row: Row, column: string) => String(row[column] ?? "");
const optional = (row: Row, column: string) => text(row, column) || null;

export type OpenAirport = {
  code: string;
  name: string;
  cityCode: string;
  cityName: string | null;
  countryCode: string;
  latitude: number;
  longitude: number;
  large: boolean;
  scheduled: boolean;
  timeZone: string;
  offsetMinutes: number;
};

export function readOpenAirports(): OpenAirport[] {
  return readTable("airports.json").map((row) => ({
    code: text(row, "code"),
    name: text(row, "name"),
    cityCode: text(row, "city_code"),
    cityName: optional(row, "city_name"),
    countryCode: text(row, "country_code"),
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
    large: row.size === "large",
    scheduled: row.scheduled === 1,
    timeZone: text(row, "time_zone"),
    offsetMinutes: Number(row.standard_offset_minutes),
  }));
}

/** Countries with their names by upper-case language code. */
export function readOpenCountries(): { code: string; names: Record<string, string> }[] {
  return readTable("countries.json").map((row) => ({
    code: text(row, "code"),
    names: {
      DE: text(row, "de"),
      EN: text(row, "name"),
      ES: text(row, "es"),
      FR: text(row, "fr"),
      IT: text(row, "it"),
    },
  }));
}

export type OpenCode = { code: string; icaoCode: string | null; name: string };

const readCodes = (file: string): OpenCode[] =>
  readTable(file).map((row) => ({
    code: text(row, "code"),
    icaoCode: optional(row, "icao_code"),
    name: text(row, "name"),
  }));

export const readOpenAirlines = () => readCodes("airlines.json");
export const readOpenAircraft = () => readCodes("aircraft.json");
