import type { ListName } from "./catalog";

export type Resource = {
  /** Envelope: `root.group.element` (API.md 4.1). */
  root: string;
  group: string;
  element: string;
  key: string;
  /** What a well-formed code looks like; any case is accepted. */
  code: RegExp;
  noun: string;
  example: string;
  /** Codes of the processing errors. Recorded: 2021, 3021 and 3011; the others follow their pattern. */
  notFound: string;
  backendError: string;
  /** What `related` links point to, as templates: path, and the field that fills it for a single record. */
  related: readonly { path: string; variable: string; field: string }[];
};

const city = { path: "cities", variable: "cityCode", field: "CityCode" };
const country = { path: "countries", variable: "countryCode", field: "CountryCode" };
const airport = { path: "airports", variable: "airportCode", field: "AirportCode" };

export const RESOURCES: Record<ListName, Resource> = {
  countries: {
    root: "CountryResource",
    group: "Countries",
    element: "Country",
    key: "CountryCode",
    code: /^[a-z]{2}$/i,
    noun: "country",
    example: "DE",
    notFound: "2001",
    backendError: "3001",
    related: [country],
  },
  cities: {
    root: "CityResource",
    group: "Cities",
    element: "City",
    key: "CityCode",
    code: /^[a-z]{3}$/i,
    noun: "city",
    example: "NYC",
    notFound: "2011",
    backendError: "3011",
    related: [airport, country],
  },
  airports: {
    root: "AirportResource",
    group: "Airports",
    element: "Airport",
    key: "AirportCode",
    code: /^[a-z]{3}$/i,
    noun: "airport",
    example: "LAS",
    notFound: "2021",
    backendError: "3021",
    related: [city, country],
  },
  airlines: {
    root: "AirlineResource",
    group: "Airlines",
    element: "Airline",
    key: "AirlineID",
    code: /^[a-z0-9]{2,3}$/i,
    noun: "airline",
    example: "LH",
    notFound: "2031",
    backendError: "3031",
    related: [{ path: "airlines", variable: "airlineCode", field: "AirlineID" }],
  },
  aircraft: {
    root: "AircraftResource",
    group: "AircraftSummaries",
    element: "AircraftSummary",
    key: "AircraftCode",
    code: /^[a-z0-9]{3}$/i,
    noun: "aircraft",
    example: "32N",
    notFound: "2041",
    backendError: "3041",
    related: [{ path: "aircraft", variable: "aircraftCode", field: "AircraftCode" }],
  },
};
