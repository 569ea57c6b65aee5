import { z } from "zod";
import { LOCATION_TYPES } from "@/lib/model/airport";
import type { FindPlace } from "@/lib/normalize/flights/read-flight-answer";
import { query } from "../query";
import { openDataAirport } from "./open-data-airport";

/** Places change with a run of airports and by hand, which flights need not see at once. */
const KEPT_MS = 60_000;

const PlaceRow = z.object({
  code: z.string(),
  time_zone: z.string().nullable(),
  location_type: z.enum(LOCATION_TYPES).nullable(),
});

let kept: { until: number; findPlace: FindPlace } | null = null;

/**
 * What is needed of an airport to understand a flight, zone and kind: from its row, else from open data. A row without a zone has
 * none on purpose: what open data says of it disagrees with what was sent. Read whole and kept for a minute. Throws
 * `database_unavailable`.
 */
export async function findPlaces(now: () => number = Date.now): Promise<FindPlace> {
  if (kept && now() < kept.until) return kept.findPlace;
  const rows = await query(
    PlaceRow,
    "SELECT airport_code AS code, time_zone, location_type FROM airports WHERE source <> 'stub'",
  );
  const places = new Map<string, ReturnType<FindPlace>>(
    rows.map(({ code, time_zone, location_type }) => [
      code,
      { timeZone: time_zone, locationType: location_type },
    ]),
  );
  const findPlace: FindPlace = (code) => {
    const known = places.get(code);
    if (known !== undefined) return known;
    const open = openDataAirport(code);
    const place = open && { timeZone: open.timeZone, locationType: open.locationType };
    places.set(code, place);
    return place;
  };
  kept = { until: now() + KEPT_MS, findPlace };
  return findPlace;
}
