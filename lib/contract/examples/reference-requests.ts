import { getAircraft, listAircraft } from "../aircraft";
import {
  createAirline,
  deleteAirline,
  getAirline,
  listAirlines,
  replaceAirline,
} from "../airlines";
import {
  createAirport,
  deleteAirport,
  getAirport,
  listAirportPositions,
  listAirports,
  replaceAirport,
} from "../airports";
import { getCity, listCities } from "../cities";
import { getCountry, listCountries } from "../countries";
import { exportAirports } from "../exports";
import { type Example, exampleOf } from "./example";

/** Requests for airports, airlines, aircraft, countries and cities. */
export const referenceRequests: readonly Example[] = [
  exampleOf(listAirports, { query: { country_code: "DE", limit: 2 } }),
  exampleOf(listAirportPositions, { query: { country_code: "DE" } }),
  exampleOf(exportAirports, { query: { country_code: "DE", format: "csv" } }),
  exampleOf(getAirport, { params: { code: "FRA" } }),
  exampleOf(createAirport, {
    body: {
      airport_code: "QQA",
      name: "Airfield of an example",
      city_code: "FRA",
      country_code: "DE",
      latitude: 50.1,
      longitude: 8.6,
      time_zone: "Europe/Berlin",
    },
  }),
  exampleOf(replaceAirport, { params: { code: "FRA" }, body: { name: "Frankfurt am Main" } }),
  exampleOf(deleteAirport, { params: { code: "QQA" } }),
  exampleOf(listAirlines, { query: { q: "luft", limit: 2 } }),
  exampleOf(getAirline, { params: { code: "LH" } }),
  exampleOf(createAirline, {
    body: { airline_code: "Q0", airline_name: "Air of an example", country_code: "DE" },
  }),
  exampleOf(replaceAirline, { params: { code: "LH" }, body: { airline_name: "Lufthansa" } }),
  exampleOf(deleteAirline, { params: { code: "Q0" } }),
  exampleOf(listAircraft, { query: { limit: 2 } }),
  exampleOf(getAircraft, { params: { code: "32N" } }),
  exampleOf(listCountries, { query: { limit: 2 } }),
  exampleOf(getCountry, { params: { code: "DE" } }),
  exampleOf(listCities, { query: { country_code: "DE", limit: 2 } }),
  exampleOf(getCity, { params: { code: "FRA" } }),
];
