import type { AircraftRecord } from "@/lib/model/aircraft";
import type { AirlineRecord } from "@/lib/model/airline";
import type { AirportRecord } from "@/lib/model/airport";
import type { CityRecord } from "@/lib/model/city";
import type { CountryRecord } from "@/lib/model/country";
import type { ReferenceStream } from "@/lib/model/stream";
import { aircraftEntity } from "./aircraft";
import { airlineEntity } from "./airlines";
import { airportEntity } from "./airports";
import { cityEntity } from "./cities";
import { countryEntity } from "./countries";
import type { Entity } from "./entity";

/** What a stream's answers become. */
export type RecordByStream = {
  countries: CountryRecord;
  airlines: AirlineRecord;
  aircraft: AircraftRecord;
  cities: CityRecord;
  airports: AirportRecord;
};

/** Where the records of each stream are stored. */
export const entities: { [Stream in ReferenceStream]: Entity<RecordByStream[Stream]> } = {
  countries: countryEntity,
  airlines: airlineEntity,
  aircraft: aircraftEntity,
  cities: cityEntity,
  airports: airportEntity,
};
