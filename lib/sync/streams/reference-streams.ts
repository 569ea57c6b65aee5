import type { AircraftRecord } from "@/lib/model/aircraft";
import type { AirlineRecord } from "@/lib/model/airline";
import type { AirportRecord } from "@/lib/model/airport";
import type { CityRecord } from "@/lib/model/city";
import type { CountryRecord } from "@/lib/model/country";
import { normalizeAircraft } from "@/lib/normalize/aircraft";
import { normalizeAirlines } from "@/lib/normalize/airlines";
import { normalizeAirports } from "@/lib/normalize/airports";
import { normalizeCities } from "@/lib/normalize/cities";
import { normalizeCountries } from "@/lib/normalize/countries";
import type { OpenData } from "@/lib/normalize/open-data";
import type { SyncStream } from "../sync-stream";
import type { ReferenceDefinition } from "./reference-definition";
import { referenceStream } from "./reference-stream";

type ReferenceDefinitions = {
  countries: ReferenceDefinition<CountryRecord>;
  airlines: ReferenceDefinition<AirlineRecord>;
  aircraft: ReferenceDefinition<AircraftRecord>;
  cities: ReferenceDefinition<CityRecord>;
  airports: ReferenceDefinition<AirportRecord>;
};

type ReferenceStreams = {
  countries: SyncStream<CountryRecord>;
  airlines: SyncStream<AirlineRecord>;
  aircraft: SyncStream<AircraftRecord>;
  cities: SyncStream<CityRecord>;
  airports: SyncStream<AirportRecord>;
};

/** How the records of each list are understood. `openData` gives what Lufthansa does not send: continents, airlines' countries. */
export const referenceDefinitions = (openData: OpenData): ReferenceDefinitions => ({
  countries: { name: "countries", normalize: (input) => normalizeCountries(input, openData) },
  airlines: { name: "airlines", normalize: (input) => normalizeAirlines(input, openData) },
  aircraft: { name: "aircraft", normalize: normalizeAircraft },
  cities: { name: "cities", normalize: normalizeCities },
  airports: { name: "airports", normalize: normalizeAirports },
});

/** All streams of reference data, by name. */
export function referenceStreams(openData: OpenData): ReferenceStreams {
  const { countries, airlines, aircraft, cities, airports } = referenceDefinitions(openData);
  return {
    countries: referenceStream(countries),
    airlines: referenceStream(airlines),
    aircraft: referenceStream(aircraft),
    cities: referenceStream(cities),
    airports: referenceStream(airports),
  };
}
