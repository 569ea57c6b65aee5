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
import { referenceStream } from "./reference-stream";

type ReferenceStreams = {
  countries: SyncStream<CountryRecord>;
  airlines: SyncStream<AirlineRecord>;
  aircraft: SyncStream<AircraftRecord>;
  cities: SyncStream<CityRecord>;
  airports: SyncStream<AirportRecord>;
};

/** All streams of reference data, by name. `openData` gives what Lufthansa does not send: continents, airlines' countries. */
export const referenceStreams = (openData: OpenData): ReferenceStreams => ({
  countries: referenceStream({
    name: "countries",
    normalize: (input) => normalizeCountries(input, openData),
  }),
  airlines: referenceStream({
    name: "airlines",
    normalize: (input) => normalizeAirlines(input, openData),
  }),
  aircraft: referenceStream({ name: "aircraft", normalize: normalizeAircraft }),
  cities: referenceStream({ name: "cities", normalize: normalizeCities }),
  airports: referenceStream({ name: "airports", normalize: normalizeAirports }),
});
