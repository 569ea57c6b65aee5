import type { AircraftRecord } from "@/lib/model/aircraft";
import { type Entity, text, word } from "./entity";

export const aircraftEntity: Entity<AircraftRecord> = {
  table: "aircraft",
  keyColumn: "aircraft_code",
  keyOf: (aircraft) => aircraft.code,
  columns: [
    text("name", 160, (aircraft) => aircraft.name),
    word("equipment_code", 8, (aircraft) => aircraft.equipmentCode),
  ],
};
