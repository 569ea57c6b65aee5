import type { CityRecord } from "@/lib/model/city";
import { type Column, type Entity, text, whole, word } from "./entity";

const WIDTH = 255;

/** Codes separated by spaces; those beyond the column's width are left out whole. */
const airportCodes: Column<CityRecord> = {
  name: "airport_codes",
  nothing: "",
  read: (city) => {
    let joined = "";
    for (const code of city.airportCodes) {
      if (joined.length + 1 + code.length > WIDTH) break;
      joined += joined ? ` ${code}` : code;
    }
    return joined || null;
  },
};

export const cityEntity: Entity<CityRecord> = {
  table: "cities",
  keyColumn: "code",
  keyOf: (city) => city.code,
  columns: [
    text("name", 120, (city) => city.name),
    word("country_code", 2, (city) => city.countryCode),
    whole("utc_offset_minutes", 1440, (city) => city.utcOffsetMinutes),
    word("time_zone", 40, (city) => city.timeZone),
    airportCodes,
  ],
};
