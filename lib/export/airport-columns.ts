import type { Airport } from "@/lib/contract/airports";
import { column, type FieldColumns } from "./column";

const plain = column("plain");
const text = column("text");
const double = column("double");
const instant = column("instant");

/** Every field of an airport; what its source says instead is JSON. */
export const AIRPORT_COLUMNS: FieldColumns<Airport> = {
  id: [column("integer")("id", ({ id }) => id)],
  airport_code: [text("airport_code", (airport) => airport.airport_code)],
  name: [text("name", ({ name }) => name)],
  city_code: [text("city_code", (airport) => airport.city_code)],
  city_name: [text("city_name", (airport) => airport.city_name)],
  country_code: [text("country_code", (airport) => airport.country_code)],
  country_name: [text("country_name", (airport) => airport.country_name)],
  location_type: [plain("location_type", (airport) => airport.location_type)],
  latitude: [double("latitude", ({ latitude }) => latitude)],
  longitude: [double("longitude", ({ longitude }) => longitude)],
  utc_offset: [plain("utc_offset", (airport) => airport.utc_offset)],
  time_zone: [text("time_zone", (airport) => airport.time_zone)],
  time_zone_basis: [plain("time_zone_basis", (airport) => airport.time_zone_basis)],
  source: [plain("source", ({ source }) => source)],
  source_differences: [
    plain("source_differences", ({ source_differences: said }) => said && JSON.stringify(said)),
  ],
  manual_fields: [plain("manual_fields", ({ manual_fields: fields }) => fields.join(" ") || null)],
  run_id: [plain("run_id", (airport) => airport.run_id)],
  payload_id: [plain("payload_id", (airport) => airport.payload_id)],
  version: [column("integer")("version", ({ version }) => version)],
  created_at: [instant("created_at", (airport) => airport.created_at)],
  updated_at: [instant("updated_at", (airport) => airport.updated_at)],
};
