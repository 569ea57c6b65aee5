import type { FlightStream, ReferenceStream } from "@/lib/model/stream";

/**
 * How the files of a folder tell what was asked. `boards`: one file a day, its answers under `<IATA>_<arrival|departure>_<HHMM>`;
 * `links`: each answer, or a list of them, says itself what was asked (its `self` link); `positions`: one page of a list a
 * file, its positions in the name.
 */
export type Folder =
  | { stream: FlightStream; told: "boards" | "links" }
  | { stream: ReferenceStream; told: "positions" };

/** Which folder of recorded answers is which stream. Everything else is ignored and listed. Documented in docs/import.md. */
export const FOLDERS: Readonly<Record<string, Folder>> = {
  countries_en: { stream: "countries", told: "positions" },
  airlines: { stream: "airlines", told: "positions" },
  aircraft: { stream: "aircraft", told: "positions" },
  cities_en: { stream: "cities", told: "positions" },
  airports_en: { stream: "airports", told: "positions" },
  schedules: { stream: "schedules", told: "links" },
  flightstatus: { stream: "flight-status", told: "links" },
  customerflightinformation: { stream: "flight-information", told: "boards" },
  customerflightinformation_route: { stream: "flight-information", told: "links" },
};

const TOLD_BY = {
  boards: "YYYY-MM-DD.json, answers under FRA_departure_0600",
  links: "any *.json; each answer's self link tells",
  positions: "…_200_00001_to_00100_….json",
} as const satisfies Record<Folder["told"], string>;

/** The table as text, for --help. */
export const folderTable = (): string =>
  Object.entries(FOLDERS)
    .map(([name, { stream, told }]) => `  ${name.padEnd(33)}${stream.padEnd(20)}${TOLD_BY[told]}`)
    .join("\n");
