import type { CountryRecord } from "@/lib/model/country";
import { type Entity, text, word } from "./entity";

export const countryEntity: Entity<CountryRecord> = {
  table: "countries",
  keyColumn: "code",
  keyOf: (country) => country.code,
  columns: [
    text("name", 120, (country) => country.name),
    word("continent", 2, (country) => country.continent),
  ],
};
