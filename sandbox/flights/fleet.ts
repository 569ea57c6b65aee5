import { seededFraction } from "../seeded";

type Fleet = { short: string; long: string; registration: string };

const OTHERS: Fleet = {
  short: "320 321 73H 32N 7M8 E90",
  long: "77W 789 359 332 351",
  registration: "G",
};

/** Types by carrier, the frequent ones more often, and how its registrations begin. */
const FLEETS: Record<string, Fleet> = {
  LH: {
    short: "320 320 32N 32N 32A 321 319 32Q 32V 32M 21A",
    long: "359 333 343 346 388 74H 744 789",
    registration: "DA",
  },
  CL: { short: "CR9 E90 E95 CRK", long: "E95", registration: "DA" },
  EN: { short: "E95 E95 E90", long: "E95", registration: "IA" },
  "4Y": { short: "320 32A", long: "333 332", registration: "DA" },
  EW: { short: "319 320 32A 32N", long: "320", registration: "DA" },
  LX: { short: "223 223 221 320 32N 321 21N", long: "77W 333 343", registration: "HB" },
  "2L": { short: "E90 E95 290 295", long: "E95", registration: "HB" },
  WK: { short: "320 32A", long: "343", registration: "HB" },
  OS: { short: "320 320 32N E95 321", long: "772 763 789", registration: "OE" },
  SN: { short: "319 320 32N", long: "333", registration: "OO" },
  BT: { short: "223", long: "223", registration: "YL" },
  UA: { short: "73H", long: "77W 781 789 764", registration: "N" },
};

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LENGTH = 5;

const fleetOf = (carrier: string) => FLEETS[carrier] ?? OTHERS;

/** The type that flies a service. */
export function aircraftFor(carrier: string, long: boolean, fraction: number): string {
  const types = fleetOf(carrier)[long ? "long" : "short"].split(" ");
  return types[Math.floor(fraction * types.length)] ?? "320";
}

/** A registration as the API writes it: without its dash (DAIZT). */
export function registrationOf(carrier: string, seed: number, flight: string): string {
  const start = fleetOf(carrier).registration;
  const rest = Array.from({ length: LENGTH - start.length }, (_, place) =>
    LETTERS.charAt(Math.floor(seededFraction(seed, "registration", flight, place) * 26)),
  );
  return start + rest.join("");
}
