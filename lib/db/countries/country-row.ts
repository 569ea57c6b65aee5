import { z } from "zod";
import type { Country } from "@/lib/contract/countries";
import {
  ProvenanceRow,
  provenanceColumns,
  type Renamed,
  toProvenance,
} from "../reference/provenance-row";

export const COUNTRY_COLUMNS = `k.code, k.name, k.continent, ${provenanceColumns("k")}`;

export const CountryRow = z.object({
  code: z.string(),
  name: z.string().nullable(),
  continent: z.string().nullable(),
  ...ProvenanceRow.shape,
});
export type CountryRow = z.infer<typeof CountryRow>;

const RENAMED: Renamed = { name: { field: "country_name" } };

/** A stored country as the API shows it. */
export const toCountry = (row: CountryRow): Country => ({
  country_code: row.code,
  country_name: row.name,
  continent: row.continent,
  ...toProvenance(row, RENAMED),
});
