import type { AirportRecord } from "@/lib/model/airport";
import { degrees, type Entity, text, whole, word } from "./entity";

export const airportEntity: Entity<AirportRecord> = {
  table: "airports",
  keyColumn: "airport_code",
  keyOf: (airport) => airport.code,
  columns: [
    text("name", 160, (airport) => airport.name),
    word("city_code", 3, (airport) => airport.cityCode),
    word("country_code", 2, (airport) => airport.countryCode),
    word("location_type", 20, (airport) => airport.locationType),
    degrees("latitude", 90, (airport) => airport.latitude),
    degrees("longitude", 180, (airport) => airport.longitude),
    whole("utc_offset_minutes", 1440, (airport) => airport.utcOffsetMinutes),
    word("time_zone", 40, (airport) => airport.timeZone),
    word("time_zone_basis", 10, (airport) => airport.timeZoneBasis),
  ],
  // A zone that we worked out does not replace one that was sent in an earlier answer.
  weaker: (incoming, stored) =>
    incoming.time_zone_basis === "derived" && stored.time_zone_basis === "sent"
      ? ["time_zone", "time_zone_basis"]
      : [],
};
