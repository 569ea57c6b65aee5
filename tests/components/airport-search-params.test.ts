import { expect, test } from "vitest";
import {
  airportsHref,
  isFiltered,
  loadAirportSearch,
  toAirportFilter,
  toAirportQuery,
} from "@/components/airports/airport-search-params";
import { AirportQuery } from "@/lib/contract/airports";

const at = (search: string) => loadAirportSearch(new URLSearchParams(search));

test("an empty address is the first page of everything, by code", () => {
  expect(toAirportQuery(at(""))).toEqual({ sort: "airport_code", skip: 0, limit: 50 });
  expect(isFiltered(at("sort=-name&page=3"))).toBe(false);
});

test("an address becomes a query that the contract accepts", () => {
  const query = toAirportQuery(at("q=%20frank%20&country=de&type=rail_station&sort=-name&page=3"));
  expect(query).toEqual({
    q: "frank",
    country_code: "DE",
    location_type: "rail_station",
    sort: "-name",
    skip: 100,
    limit: 50,
  });
  expect(AirportQuery.parse(query)).toEqual(query);
});

test.each(["country=GERMANY", "type=spaceport", "page=0", "page=-3", "page=x", "sort=id", "q=%20"])(
  "%s counts as not said",
  (search) => expect(toAirportQuery(at(search))).toEqual(toAirportQuery(at(""))),
);

test("a text longer than the contract allows is cut", () =>
  expect(toAirportFilter(at(`q=${"a".repeat(200)}`)).q).toHaveLength(80));

test("what is default is left out of an address", () => {
  expect(airportsHref({ country: "DE", type: "airport" })).toBe(
    "/airports?country=DE&type=airport",
  );
  expect(airportsHref({ ...at("country=DE&page=4"), page: 1 })).toBe("/airports?country=DE");
});
