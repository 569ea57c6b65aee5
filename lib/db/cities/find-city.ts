import type { City } from "@/lib/contract/cities";
import { query } from "../query";
import { CITIES_WITH_COUNTRIES, CITY_COLUMNS, CityRow, toCity } from "./city-row";

/** The city with this code (upper case), or null. */
export async function findCity(code: string): Promise<City | null> {
  const [row] = await query(
    CityRow,
    `SELECT ${CITY_COLUMNS} FROM ${CITIES_WITH_COUNTRIES} WHERE c.code = ?`,
    [code],
  );
  return row ? toCity(row) : null;
}
