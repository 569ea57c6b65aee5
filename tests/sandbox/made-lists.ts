import { catalogOf } from "@/sandbox/catalog";

/** `count` airports AAA, AAB, … in order: position 1 is AAA, 27 is ABA. */
export function madeAirports(count: number) {
  const letter = (value: number) => String.fromCharCode(65 + (value % 26));
  return Array.from({ length: count }, (_, index) => ({
    AirportCode: `A${letter(Math.floor(index / 26))}${letter(index)}`,
    CityCode: "QQX",
    CountryCode: "DE",
    Names: { Name: { "@LanguageCode": "EN", $: `Sampletown ${index + 1}` } },
    UtcOffset: "+01:00",
  }));
}

/** A catalog with `count` airports and nothing else. */
export const madeCatalog = (count: number) => catalogOf({ airports: madeAirports(count) });
