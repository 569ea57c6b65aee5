import type { NoteUnusable } from "./normalize-list";

export type Position = { latitude: number | null; longitude: number | null };

const NOWHERE: Position = { latitude: null, longitude: null };

/** As many decimals as are kept (about a metre), so that what is read back equals what was sent. */
const DECIMALS = 1e5;

/**
 * A place in degrees WGS 84, rounded to 5 decimals. Null, and noted, when out of range, when only half is there, or at
 * exactly 0/0, which stands for "unknown" in reference data and lies in the sea.
 */
export function readPosition(
  latitude: number | undefined,
  longitude: number | undefined,
  note: NoteUnusable,
): Position {
  if (latitude === undefined && longitude === undefined) return NOWHERE;
  const isPlace =
    latitude !== undefined &&
    longitude !== undefined &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180 &&
    !(latitude === 0 && longitude === 0);
  if (isPlace) return { latitude: round(latitude), longitude: round(longitude) };
  note("Position.Coordinate", `${latitude ?? "nothing"} ${longitude ?? "nothing"}`);
  return NOWHERE;
}

const round = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS;
