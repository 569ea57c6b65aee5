import type { List } from "../catalog";
import type { Item } from "../json";
import { seededFraction } from "../seeded";
import { chooseUnreadable } from "./choose-unreadable";
import { type Place, toAirportItem } from "./place";
import { hasZone } from "./places";

/** In nobody's list, although flights use them (API.md 6.1). Asked for by code they are not found either. */
export const ABSENT_AIRPORTS: ReadonlySet<string> = new Set(["DEN", "HKG", "MIA"]);

/** Airports that are listed twice, once without a name; whether the nameless twin comes first. */
const TWINS: Record<string, boolean> = { GOM: true, GRQ: false, HBX: true };

/** 68 of 11,853 positions could not be read, of recorded errors 40 were 404 and 23 were 500 (API.md 6.1). */
const UNREADABLE_SHARE = 68 / 11_853;
const SHARE_OF_404 = 40 / 63;
/** FR airports: 8,142 names of their own, 3,634 left in English (API.md 5.1). */
const TRANSLATED = 8142 / 11_776;

const toItem = (place: Place, seed: number) =>
  toAirportItem(place, {
    translated: seededFraction(seed, "airport name", place.code) < TRANSLATED,
    timeZone: hasZone(place, seed),
  });

function twins(place: Place, item: Item): Item[] {
  const namelessFirst = TWINS[place.code];
  if (namelessFirst === undefined) return [item];
  const nameless = { ...item, Names: {} };
  return namelessFirst ? [nameless, item] : [item, nameless];
}

/** The airport list of a world, with its oddities. */
export function listAirports(places: readonly Place[], seed: number): List {
  const rows = places
    .filter(({ code }) => !ABSENT_AIRPORTS.has(code))
    .flatMap((place) => twins(place, toItem(place, seed)).map((item) => ({ place, item })));
  return {
    items: rows.map(({ item }) => item),
    unreadable: chooseUnreadable({
      seed,
      name: "airports",
      obscure: rows.map(({ place }) => !place.major && TWINS[place.code] === undefined),
      share: UNREADABLE_SHARE,
      shareOf404: SHARE_OF_404,
    }),
  };
}

/** What LHoperated=1 lists here: the great airports. Its positions are its own, and all can be read. */
export function listLhOperated(places: readonly Place[], seed: number): List {
  const items = places
    .filter(({ code, major }) => major && !ABSENT_AIRPORTS.has(code))
    .map((place) => toItem(place, seed));
  return { items, unreadable: new Map() };
}
