import type { AirportPositions } from "@/lib/contract/airports";

/** A place on the map. */
export type MapPoint = {
  code: string;
  name: string;
  latitude: number;
  longitude: number;
  /** Drawn in the accent, above the others and never grouped. */
  marked: boolean;
};

/** Turns the API's columns into points; `marked` names the codes to lift out. */
export function toMapPoints(positions: AirportPositions, marked: readonly string[]): MapPoint[] {
  const lifted = new Set(marked);
  return positions.codes.map((code, index) => ({
    code,
    name: positions.names[index] ?? "",
    latitude: positions.latitudes[index] ?? 0,
    longitude: positions.longitudes[index] ?? 0,
    marked: lifted.has(code),
  }));
}
