import { z } from "zod";
import { EXPORT_FORMATS, MEDIA_TYPES } from "@/lib/model/export-format";
import { AirportFilter } from "./airports";
import { defineEndpoint } from "./endpoint";
import { FlightFilter } from "./flight-filter";

const ExportOptions = z.strictObject({
  format: z.enum(EXPORT_FORMATS).default("csv").meta({
    description:
      "csv: UTF-8, a row of column names, CRLF; ndjson: the objects of the API, one a line; parquet: typed columns",
  }),
  fields: z.string().trim().min(1).max(2000).optional().meta({
    description:
      "Only these, separated by commas: fields of the API's rows, in csv and parquet also columns of the file",
    example: "flight_number,departure_scheduled_utc",
  }),
  header: z.enum(["comments", "none"]).default("comments").meta({
    description:
      "csv: whether the file begins with lines `# name: value` that tell filters, origin, zone and time of export; the headers of the answer tell them always",
  }),
});
export type ExportOptions = z.infer<typeof ExportOptions>;

const ABOUT_FILES =
  "All rows that match, of one moment, sent as they are read. A transfer that ends early was broken off: ask again.";

/** A file: its rows are those of the list, described there. */
const ExportFile = z.string().meta({ description: "The file, as its format says" });

export const exportFlights = defineEndpoint({
  id: "exportFlights",
  method: "GET",
  path: "/api/flights/export",
  summary: "Export flights to a file",
  description: `${ABOUT_FILES} In the order of ids; no range of days is needed.`,
  tag: "Flights",
  access: "reader",
  query: z.strictObject({ ...FlightFilter.shape, ...ExportOptions.shape }),
  response: ExportFile,
  produces: Object.values(MEDIA_TYPES),
});

export const exportAirports = defineEndpoint({
  id: "exportAirports",
  method: "GET",
  path: "/api/airports/export",
  summary: "Export airports to a file",
  description: `${ABOUT_FILES} In the order of codes.`,
  tag: "Airports",
  access: "reader",
  query: z.strictObject({ ...AirportFilter.shape, ...ExportOptions.shape }),
  response: ExportFile,
  produces: Object.values(MEDIA_TYPES),
});
