import { seededFraction } from "../seeded";
import type { Place } from "./place";

/** Railway stations whose codes are used on tickets, with the airport of their town. */
const STATIONS: readonly (readonly [code: string, airport: string, name: string])[] = [
  ["LZS", "LNZ", "Linz Rail Station"],
  ["QDU", "DUS", "Dusseldorf Rail Station"],
  ["QKL", "CGN", "Cologne Rail Station"],
  ["ZDH", "BSL", "Basel SBB Rail Station"],
  ["ZDJ", "BRN", "Bern Rail Station"],
  ["ZLP", "ZRH", "Zurich Rail Station"],
  ["ZWS", "STR", "Stuttgart Rail Station"],
];

/** How many there are for each airport, as measured (API.md 8.1), how they are named, and how codes begin. */
const KINDS = [
  { kind: "Rail Station", ratio: 899 / 9804, suffix: "Rail Station", initials: "XZQ" },
  { kind: "Off-Line Point", ratio: 730 / 9804, suffix: "Off-Line Pt", initials: "ZXQ" },
  { kind: "Bus Station", ratio: 274 / 9804, suffix: "Bus Station", initials: "QX" },
  { kind: "Harbour", ratio: 73 / 9804, suffix: "Harbour", initials: "ZQ" },
  { kind: "Miscellaneous", ratio: 5 / 9804, suffix: "Heliport", initials: "X" },
] as const;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DEGREES_AWAY = 0.3;

const pick = <T>(list: readonly T[], fraction: number): T | undefined =>
  list[Math.floor(fraction * list.length)];

function* codesBeginning(initials: string): Generator<string> {
  for (const initial of initials) {
    for (const second of LETTERS) for (const third of LETTERS) yield `${initial}${second}${third}`;
  }
}

const near = (degrees: number, fraction: number) =>
  Math.round((degrees + (fraction - 0.5) * DEGREES_AWAY) * 10_000) / 10_000;

function beside(base: Place, code: string, kind: Place["kind"], name: string, seed: number): Place {
  const sameCity = kind === "Rail Station" && seededFraction(seed, "city", code) < 0.5;
  return {
    ...base,
    code,
    kind,
    name,
    ...(sameCity ? {} : { cityCode: code, cityName: name }),
    latitude: near(base.latitude, seededFraction(seed, "latitude", code)),
    longitude: near(base.longitude, seededFraction(seed, "longitude", code)),
    major: false,
  };
}

/** The seven railway stations, each beside the airport of its town. */
export function railStations(airports: readonly Place[], seed: number): Place[] {
  const byCode = new Map(airports.map((place) => [place.code, place]));
  return STATIONS.flatMap(([code, airport, name]) => {
    const base = byCode.get(airport);
    return base && !byCode.has(code) ? [beside(base, code, "Rail Station", name, seed)] : [];
  });
}

/**
 * Stations, harbours and points without flights beside the given airports, in the measured proportions. Codes that no
 * airport has are taken; but for the seven stations they mean nothing outside this world.
 */
export function otherPlaces(airports: readonly Place[], seed: number): Place[] {
  const places = railStations(airports, seed);
  const taken = new Set([...airports, ...places].map(({ code }) => code));
  // Away from the date line a small step east stays on the map.
  const bases = airports.filter(({ longitude }) => Math.abs(longitude) < 179);
  for (const { kind, ratio, suffix, initials } of KINDS) {
    const free = [...codesBeginning(initials)].filter((code) => !taken.has(code));
    const chosen = free
      .sort((a, b) => seededFraction(seed, kind, a) - seededFraction(seed, kind, b))
      .slice(0, Math.round(ratio * airports.length));
    for (const code of chosen) {
      taken.add(code);
      const base = pick(bases, seededFraction(seed, "base", code));
      if (base) places.push(beside(base, code, kind, `${base.cityName} ${suffix}`, seed));
    }
  }
  return places;
}
