/** A metropolitan area: several airports may share it. `airportCodes` are sorted. */
export type CityRecord = {
  code: string;
  name: string | null;
  countryCode: string | null;
  utcOffsetMinutes: number | null;
  timeZone: string | null;
  airportCodes: readonly string[];
};
