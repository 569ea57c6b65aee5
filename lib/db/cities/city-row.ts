import { z } from "zod";
import type { City } from "@/lib/contract/cities";
import {
  ProvenanceRow,
  provenanceColumns,
  type Renamed,
  toProvenance,
} from "../reference/provenance-row";
import { offsetText, RENAMED_OFFSET } from "../reference/renamed-offset";

/** Cities with the countries that their codes stand for. */
export const CITIES_WITH_COUNTRIES = "cities c LEFT JOIN countries k ON k.code = c.country_code";

export const CITY_COLUMNS = `c.code, c.name, c.country_code, k.name AS country_name, c.utc_offset_minutes,
   c.time_zone, c.airport_codes, ${provenanceColumns("c")}`;

export const CityRow = z.object({
  code: z.string(),
  name: z.string().nullable(),
  country_code: z.string().nullable(),
  country_name: z.string().nullable(),
  utc_offset_minutes: z.number().nullable(),
  time_zone: z.string().nullable(),
  airport_codes: z.string(),
  ...ProvenanceRow.shape,
});
export type CityRow = z.infer<typeof CityRow>;

const RENAMED: Renamed = { ...RENAMED_OFFSET, name: { field: "city_name" } };

/** A stored city as the API shows it. */
export const toCity = (row: CityRow): City => ({
  city_code: row.code,
  city_name: row.name,
  country_code: row.country_code,
  country_name: row.country_name,
  utc_offset: offsetText(row.utc_offset_minutes),
  time_zone: row.time_zone,
  airport_codes: row.airport_codes.split(" ").filter(Boolean),
  ...toProvenance(row, RENAMED),
});
