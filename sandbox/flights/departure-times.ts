import { seededFraction } from "../seeded";
import type { Network } from "./network";
import type { Station } from "./stations";

const at = (hours: number, minutes = 0) => hours * 60 + minutes;
const inFives = (minutes: number) => Math.round(minutes / 5) * 5;

/** The waves of a hub: what arrives in the hour before connects to them. */
const BANKS = [at(7, 10), at(9, 30), at(11, 25), at(13, 20), at(16, 35), at(18, 50), at(21, 10)];
const BANK_SPREAD = 70;

const FIRST_OF_A_DAY = at(6, 15);
const LAST_OF_A_DAY = at(21, 15);

function inBank(index: number, count: number, jitter: number): number {
  const bank = Math.floor(((index + 0.5) * BANKS.length) / count) % BANKS.length;
  return (BANKS[bank] ?? at(12)) + (jitter - 0.5) * BANK_SPREAD;
}

function spread(index: number, count: number, jitter: number): number {
  const share = (index + 0.15 + jitter * 0.7) / count;
  return FIRST_OF_A_DAY + share * (LAST_OF_A_DAY - FIRST_OF_A_DAY);
}

/** Degrees east from one place to another, by the shorter way round. */
const eastward = (from: Station, to: Station) =>
  ((to.longitude - from.longitude + 540) % 360) - 180;

const WEST = -30;

/** Westward in the late morning, the others for the night; a third one and more fill the day. */
function longHaul(index: number, count: number, jitter: number, east: number): number {
  if (count > 3) return at(8) + ((index + jitter) / count) * at(12, 30);
  const [first, second] = east < WEST ? [at(10), at(15, 30)] : [at(21, 20), at(13)];
  if (index === 0) return first + jitter * (east < WEST ? 235 : 65);
  return index === 1 ? second + jitter * 90 : at(17, 45) + jitter * 60;
}

/** Local minute of the day at which the `index`-th of `count` flights a day leaves its base. */
export function departureTime(options: {
  network: Network;
  from: Station;
  to: Station;
  index: number;
  count: number;
  seed: number;
}): number {
  const { network, from, to, index, count, seed } = options;
  const { carrier, rhythm } = network;
  const jitter = seededFraction(seed, "departs", carrier, from.code, to.code, rhythm, index);
  const minutes = {
    banks: () => inBank(index, count, jitter),
    spread: () => spread(index, count, jitter),
    night: () => at(2, 20) + jitter * 25,
    long: () => longHaul(index, count, jitter, eastward(from, to)),
  }[rhythm]();
  return inFives(minutes);
}

const CRUISE_KM_PER_MINUTE = 13.9;
/** The wind blows from the west: over an ocean it takes or gives about an hour. */
const WIND = 0.055;
const TAXI_AND_CLIMB = 34;

/** Minutes from gate to gate. */
export function blockMinutes(from: Station, to: Station, kilometres: number): number {
  const wind = eastward(from, to) < 0 ? 1 + WIND : 1 - WIND;
  return inFives(TAXI_AND_CLIMB + (kilometres / CRUISE_KM_PER_MINUTE) * wind);
}
