export const LOCATION_TYPES = [
  "airport",
  "rail_station",
  "bus_station",
  "harbour",
  "off_line_point",
  "miscellaneous",
] as const;
export type LocationType = (typeof LOCATION_TYPES)[number];

/**
 * Where a time zone was learned: sent by the source, derived from coordinates where the sent offset agrees, or set by a
 * person.
 */
export const TIME_ZONE_BASES = ["sent", "derived", "manual"] as const;
export type TimeZoneBasis = (typeof TIME_ZONE_BASES)[number];

/** A place with an IATA code: degrees WGS 84, offset = standard time in minutes east of UTC. */
export type AirportRecord = {
  code: string;
  name: string | null;
  cityCode: string | null;
  countryCode: string | null;
  locationType: LocationType | null;
  latitude: number | null;
  longitude: number | null;
  utcOffsetMinutes: number | null;
  timeZone: string | null;
  timeZoneBasis: TimeZoneBasis | null;
};
