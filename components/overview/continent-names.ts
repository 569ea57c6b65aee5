const NAMES = new Map([
  ["AF", "Africa"],
  ["AN", "Antarctica"],
  ["AS", "Asia"],
  ["EU", "Europe"],
  ["NA", "North America"],
  ["OC", "Oceania"],
  ["SA", "South America"],
]);

/** A continent's name; a country that no continent is known for is in `Not known`. */
export const continentName = (code: string | null): string =>
  (code && NAMES.get(code)) ?? code ?? "Not known";
