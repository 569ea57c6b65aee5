import type { AirlineRecord } from "../lib/model/airline";
import type { AirportRecord } from "../lib/model/airport";

const airport = (
  code: string,
  name: string,
  countryCode: string,
  place: { latitude: number; longitude: number; utcOffsetMinutes: number; timeZone: string },
): AirportRecord => ({
  code,
  name,
  cityCode: code,
  countryCode,
  locationType: "airport",
  timeZoneBasis: "sent",
  ...place,
});

/** Something to look at before the first sync; any source that knows better takes their place. */
export const SAMPLE_AIRPORTS: readonly AirportRecord[] = [
  airport("FRA", "Frankfurt", "DE", {
    latitude: 50.03306,
    longitude: 8.57056,
    utcOffsetMinutes: 60,
    timeZone: "Europe/Berlin",
  }),
  airport("MUC", "Munich", "DE", {
    latitude: 48.35389,
    longitude: 11.78611,
    utcOffsetMinutes: 60,
    timeZone: "Europe/Berlin",
  }),
  airport("ZRH", "Zurich", "CH", {
    latitude: 47.46472,
    longitude: 8.54917,
    utcOffsetMinutes: 60,
    timeZone: "Europe/Zurich",
  }),
  airport("VIE", "Vienna", "AT", {
    latitude: 48.11028,
    longitude: 16.56972,
    utcOffsetMinutes: 60,
    timeZone: "Europe/Vienna",
  }),
  airport("SIN", "Singapore", "SG", {
    latitude: 1.35019,
    longitude: 103.99443,
    utcOffsetMinutes: 480,
    timeZone: "Asia/Singapore",
  }),
];

const airline = (
  code: string,
  icaoCode: string,
  name: string,
  countryCode: string,
): AirlineRecord => ({
  code,
  icaoCode,
  name,
  countryCode,
});

export const SAMPLE_AIRLINES: readonly AirlineRecord[] = [
  airline("LH", "DLH", "Lufthansa", "DE"),
  airline("LX", "SWR", "SWISS", "CH"),
  airline("OS", "AUA", "Austrian Airlines", "AT"),
  airline("SN", "BEL", "Brussels Airlines", "BE"),
  airline("SQ", "SIA", "Singapore Airlines", "SG"),
];
