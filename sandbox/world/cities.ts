import type { List } from "../catalog";
import { collapse, type Item } from "../json";
import { namesOf } from "../language";
import { seededFraction } from "../seeded";
import { ABSENT_AIRPORTS } from "./airports";
import { chooseUnreadable } from "./choose-unreadable";
import { type Place, utcOffset } from "./place";
import { hasZone } from "./places";

/** 22 of 10,688 positions could not be read, all errors were 500 (API.md 6.1); 379 had no TimeZoneId. */
const UNREADABLE_SHARE = 22 / 10_688;
/** FR cities: 8,104 names of their own, 2,561 left in English (API.md 5.1). */
const TRANSLATED = 8104 / 10_665;

function cityNames(city: Place, seed: number): Item {
  const name = city.cityName;
  const translated = seededFraction(seed, "city name", city.cityCode) < TRANSLATED;
  return namesOf(translated ? { DE: name, EN: name, FR: name } : { EN: name });
}

function toCityItem(members: readonly Place[], main: Place, seed: number): Item {
  const airports = members.map(({ code }) => code).filter((code) => !ABSENT_AIRPORTS.has(code));
  return {
    CityCode: main.cityCode,
    CountryCode: main.countryCode,
    Names: cityNames(main, seed),
    UtcOffset: utcOffset(main.offsetMinutes),
    ...(hasZone(main, seed) && { TimeZoneId: main.timeZone }),
    ...(airports.length > 0 && { Airports: { AirportCode: collapse(airports) } }),
  };
}

/** The city list of a world: one for each city code of its places, which the city's records list in turn. */
export function listCities(places: readonly Place[], seed: number): List {
  const byCity = new Map<string, Place[]>();
  for (const place of places) {
    const members = byCity.get(place.cityCode);
    if (members) members.push(place);
    else byCity.set(place.cityCode, [place]);
  }
  const cities = [...byCity.values()]
    .flatMap((members) => {
      const main =
        members.find(({ code, cityCode }) => code === cityCode) ??
        members.find(({ major }) => major) ??
        members[0];
      return main ? [{ members, main }] : [];
    })
    .sort((a, b) => (a.main.cityCode < b.main.cityCode ? -1 : 1));
  return {
    items: cities.map(({ members, main }) => toCityItem(members, main, seed)),
    unreadable: chooseUnreadable({
      seed,
      name: "cities",
      obscure: cities.map(({ members }) => members.every(({ major }) => !major)),
      share: UNREADABLE_SHARE,
      shareOf404: 0,
    }),
  };
}
