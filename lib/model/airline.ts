/** A carrier: two-character (rarely three) IATA code; `countryCode` is from open data, else null. */
export type AirlineRecord = {
  code: string;
  icaoCode: string | null;
  name: string | null;
  countryCode: string | null;
};
