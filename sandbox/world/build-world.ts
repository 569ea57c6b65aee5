import type { Catalog } from "../catalog";
import { listAirports, listLhOperated } from "./airports";
import { listCities } from "./cities";
import { listAircraft, listAirlines, listCountries } from "./codes";
import { makePlaces } from "./places";
import { readOpenAirports } from "./read-table";

/** A world from our open data with the oddities that were measured; the same for the same seed. */
export function buildWorld(seed: number): Catalog {
  const places = makePlaces(readOpenAirports(), seed);
  return {
    lists: {
      countries: listCountries(seed),
      cities: listCities(places, seed),
      airports: listAirports(places, seed),
      airlines: listAirlines(seed),
      aircraft: listAircraft(),
    },
    lhOperated: listLhOperated(places, seed),
  };
}
