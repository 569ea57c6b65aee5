import type { LocationType } from "@/lib/model/airport";

export const LOCATION_TYPE_NAMES: Record<LocationType, { one: string; many: string }> = {
  airport: { one: "Airport", many: "Airports" },
  rail_station: { one: "Rail station", many: "Rail stations" },
  bus_station: { one: "Bus station", many: "Bus stations" },
  harbour: { one: "Harbour", many: "Harbours" },
  off_line_point: { one: "Off-line point", many: "Off-line points" },
  miscellaneous: { one: "Other place", many: "Other places" },
};
