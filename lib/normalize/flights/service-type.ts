import type { LocationType } from "@/lib/model/airport";
import type { ServiceType } from "@/lib/model/flight";

/** Equipment that does not fly: train, bus, road feeder service (API.md section 8.2). */
const BY_EQUIPMENT: Readonly<Record<string, ServiceType>> = { TRN: "rail", BUS: "bus", RFS: "bus" };

const BY_PLACE: Readonly<Partial<Record<LocationType, ServiceType>>> = {
  rail_station: "rail",
  bus_station: "bus",
  harbour: "other",
};

/**
 * What moves: by the equipment, else by the kind of place at either end. Null where neither says anything, so that it does
 * not contradict an answer that did.
 */
export function toServiceType(
  aircraftType: string | null,
  ends: readonly [LocationType | null, LocationType | null],
): ServiceType | null {
  const known = aircraftType === null ? undefined : BY_EQUIPMENT[aircraftType];
  if (known) return known;
  for (const place of ends) {
    const service = place && BY_PLACE[place];
    if (service) return service;
  }
  return aircraftType === null ? null : "air";
}
