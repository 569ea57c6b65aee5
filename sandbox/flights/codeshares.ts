import { seededFraction } from "../seeded";
import type { Partner, Service } from "./scheduled-service";

/** How many of a carrier's flights have no partner, and how many have one, as recorded in 2024 (by carrier). */
const WITHOUT_AND_WITH_ONE: Record<string, readonly [number, number]> = {
  LH: [0.09, 0.22],
  LX: [0.27, 0.49],
  OS: [0.44, 0.35],
  EW: [0.73, 0.1],
  SN: [0.96, 0.02],
  CL: [0.22, 0.2],
  "2L": [0.5, 0.29],
  BT: [0.46, 0.27],
  "4Y": [0.04, 0.57],
  WK: [0.07, 0.63],
  EN: [0.05, 0.78],
  YY: [1, 0],
  XX: [1, 0],
};
const OF_OTHERS: readonly [number, number] = [0.4, 0.35];

/** How many partners those have that have several: 2 to 9, as recorded. */
const SEVERAL = [1847, 960, 730, 308, 180, 44, 11, 9];

/** How often each partner is one, as recorded. */
const WEIGHTS: readonly (readonly [string, number])[] = [
  ["UA", 3343],
  ["AC", 2581],
  ["NH", 1141],
  ["A3", 1053],
  ["OS", 754],
  ["TP", 711],
  ["LH", 630],
  ["SQ", 581],
  ["SK", 521],
  ["TG", 444],
  ["CA", 418],
  ["LO", 350],
  ["OU", 349],
  ["SN", 321],
  ["LX", 305],
  ["AI", 270],
  ["ET", 267],
  ["MS", 258],
  ["WY", 174],
  ["AV", 163],
  ["LA", 150],
  ["NZ", 105],
  ["CX", 63],
  ["LG", 39],
  ["EY", 22],
  ["SA", 21],
  ["OZ", 21],
];

/** Where a partner's numbers for the flights of others begin: above all numbers of its own. */
const FIRST_NUMBER = 3000;
const LAST_NUMBER = 9999;

function pickWeighted(weights: readonly number[], fraction: number): number {
  let left = fraction * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return Math.max(0, found);
}

/** The same number has the same partners on all its routes. */
function partnerCount(service: Service, seed: number): number {
  if (service.kind === "cargo" || service.kind === "rail" || service.kind === "bus") return 0;
  const chance = (what: string) => seededFraction(seed, what, service.carrier, service.number);
  const [none, one] = WITHOUT_AND_WITH_ONE[service.carrier] ?? OF_OTHERS;
  const fraction = chance("codeshares");
  if (fraction < none) return 0;
  return fraction < none + one ? 1 : 2 + pickWeighted(SEVERAL, chance("several"));
}

function partnerCarriers(service: Service, seed: number): string[] {
  const count = partnerCount(service, seed);
  const chosen: string[] = [];
  let open = WEIGHTS.filter(([code]) => code !== service.carrier && code !== service.seller);
  while (chosen.length < count) {
    const fraction = seededFraction(
      seed,
      "partner",
      service.carrier,
      service.number,
      chosen.length,
    );
    const [code = "UA"] =
      open[
        pickWeighted(
          open.map(([, weight]) => weight),
          fraction,
        )
      ] ?? [];
    chosen.push(code);
    open = open.filter(([other]) => other !== code);
  }
  return chosen.sort();
}

/** Gives every service its codeshare partners, each number of a partner to one service only. */
export function allocatePartners(services: readonly Service[], seed: number): Service[] {
  const next = new Map<string, number>();
  const known = new Map<string, readonly Partner[]>();
  const take = (carrier: string): Partner => {
    const number = next.get(carrier) ?? FIRST_NUMBER;
    next.set(carrier, number + 1);
    if (number > LAST_NUMBER) throw new Error(`${carrier} has no numbers left for codeshares.`);
    return { carrier, number };
  };
  return services.map((service) => {
    const key = `${service.carrier}${service.number}`;
    const partners = known.get(key) ?? partnerCarriers(service, seed).map(take);
    known.set(key, partners);
    return { ...service, partners };
  });
}
