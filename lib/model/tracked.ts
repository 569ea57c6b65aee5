/** Routes followed until an operator chooses others. */
export const DEFAULT_ROUTES = [
  { departure: "FRA", arrival: "LHR" },
  { departure: "FRA", arrival: "JFK" },
  { departure: "MUC", arrival: "CDG" },
  { departure: "LHR", arrival: "JFK" },
  { departure: "CDG", arrival: "FRA" },
] as const;

/** The airports of the tracked routes, each once, sorted. */
export const DEFAULT_AIRPORTS: readonly string[] = [
  ...new Set(DEFAULT_ROUTES.flatMap(({ departure, arrival }) => [departure, arrival])),
].sort();
