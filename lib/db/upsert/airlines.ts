import type { AirlineRecord } from "@/lib/model/airline";
import { type Entity, text, word } from "./entity";

export const airlineEntity: Entity<AirlineRecord> = {
  table: "airlines",
  keyColumn: "airline_code",
  keyOf: (airline) => airline.code,
  columns: [
    word("icao_code", 4, (airline) => airline.icaoCode),
    text("name", 160, (airline) => airline.name),
    word("country_code", 2, (airline) => airline.countryCode),
  ],
};
