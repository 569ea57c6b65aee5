import { seededFraction } from "./seeded";

export const FAULT_KINDS = [
  "401",
  "403-second",
  "403-hour",
  "404",
  "500",
  "502",
  "503",
  "504",
  "slow",
  "cut",
  "malformed",
  "html",
  "burst",
] as const;
/**
 * `burst` begins an outage of an airport that its own call is the first to meet. `poison` is met by questions, not by calls: the share of questions
 * that fail with 500 however often they are asked.
 */
export type FaultKind = (typeof FAULT_KINDS)[number] | "poison";

export const ALL_FAULT_KINDS: readonly FaultKind[] = [...FAULT_KINDS, "poison"];

/** Share of the data calls that fail in each way; token calls never do. */
export type FaultRates = Partial<Record<FaultKind, number>>;

export const isFaultKind = (kind: string): kind is FaultKind =>
  ALL_FAULT_KINDS.some((known) => known === kind);

/** The rates as given, e.g. by JSON. Throws where a kind is unknown, a rate is none, or they add up to more than 1. */
export function readFaultRates(given: Record<string, unknown>): FaultRates {
  const rates: FaultRates = {};
  let sum = 0;
  for (const [kind, rate] of Object.entries(given)) {
    if (!isFaultKind(kind)) {
      throw new Error(`Unknown fault ${kind}. Known: ${ALL_FAULT_KINDS.join(", ")}.`);
    }
    if (typeof rate !== "number" || !(rate >= 0 && rate <= 1)) {
      throw new Error(`The rate of fault ${kind} must be a number from 0 to 1.`);
    }
    rates[kind] = rate;
    if (kind !== "poison") sum += rate;
  }
  if (sum > 1 + 1e-9) throw new Error("The rates of all faults add up to more than 1.");
  return rates;
}

/** Which fault the `call`-th data call meets, if any: the same for the same seed, rates and number. */
export function pickFault(rates: FaultRates, seed: number, call: number): FaultKind | null {
  let left = seededFraction(seed, "fault", call);
  for (const kind of FAULT_KINDS) {
    left -= rates[kind] ?? 0;
    if (left < 0) return kind;
  }
  return null;
}

/** Whether a question is one of those that always fail. Pages of one list or window share their fate. */
export const isPoisoned = (rates: FaultRates, seed: number, path: string) =>
  seededFraction(seed, "poison", path) < (rates.poison ?? 0);
