import type { Country } from "@/lib/contract/countries";
import { query } from "../query";
import { COUNTRY_COLUMNS, CountryRow, toCountry } from "./country-row";

/** The country with this code (upper case), or null. */
export async function findCountry(code: string): Promise<Country | null> {
  const [row] = await query(
    CountryRow,
    `SELECT ${COUNTRY_COLUMNS} FROM countries k WHERE k.code = ?`,
    [code],
  );
  return row ? toCountry(row) : null;
}
