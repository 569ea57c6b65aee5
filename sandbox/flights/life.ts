import { seededFraction } from "../seeded";
import { DEPARTURE_DELAYS, MADE_UP, quantile } from "./measured-delays";
import type { Service } from "./scheduled-service";

/** What happens to a flight, decided beforehand; what of it can be known depends on the clock. */
export type Life = {
  /** From when it is said to be cancelled; null where it flies. */
  cancelledAt: number | null;
  /** When a cancellation is taken back. */
  reinstatedAt: number | null;
  diverted: boolean;
  departureDelay: number;
  arrivalDelay: number;
  /** Minutes by which the first forecast of the arrival is too gloomy. */
  feared: number;
  /** When a delay of the departure is announced. */
  announcedAt: number;
  /** Stations that never tell: the forecast stays for good. */
  departureUntold: boolean;
  arrivalUntold: boolean;
};

/** 353 of 10,009 recorded flights; 1,222 of 39,655 in all days (API.md 8.2). */
const CANCELLED = 0.031;
/** Of the cancelled, those that are off days before and vanish from the schedules too. */
const CANCELLED_EARLY = 0.15;
const REINSTATED = 0.002;
/** 125 of 39,655 (API.md 8.2). */
const DIVERTED = 0.0032;
/** Recorded of landed flights: arrival never told 105 of 9,600, departure 8. */
const ARRIVAL_UNTOLD = 0.009;
const DEPARTURE_UNTOLD = 0.0009;
/** Chosen so that DL sticks to as many flights that end nearly on time as was recorded (API.md section 7). */
const GLOOMY = 0.35;
const MOST_FEARED = 28;
/** The least time between a flight's ends: nothing lands before it has left. */
const LEAST_BLOCK_SHARE = 0.75;

type Plan = {
  service: Service;
  departure: number;
  arrival: number;
  key: string;
  seed: number;
  /** The leg before, of the same aircraft. */
  before: { arrival: number; life: Life } | null;
};

function departureDelayOf(plan: Plan, fraction: number): number {
  const own = quantile(DEPARTURE_DELAYS, fraction);
  if (!plan.before) return own;
  const ready = plan.before.arrival + plan.before.life.arrivalDelay + 30;
  return Math.max(own, ready - plan.departure);
}

/** Trains of some carriers are in the timetable only: nobody reports them (API.md 8.2). */
const isUnreported = ({ kind, carrier }: Service) =>
  kind === "bus" || (kind === "rail" && carrier !== "XX");

/** Decides a flight's life by its key: the same whenever it is asked for. */
export function planLife(plan: Plan): Life {
  const { service, departure, arrival, key, seed } = plan;
  const chance = (what: string) => seededFraction(seed, what, key);
  const unreported = isUnreported(service);
  const cancelled = plan.before
    ? plan.before.life.cancelledAt !== null
    : chance("cancelled") < CANCELLED;
  const early = chance("early") < CANCELLED_EARLY;
  const notice = early ? 1500 + chance("notice") * 5000 : 40 + chance("notice") * 900;
  const reinstated = !cancelled && chance("reinstated") < REINSTATED;
  const departureDelay =
    service.kind === "rail"
      ? Math.round(chance("delay") * 8) - 2
      : departureDelayOf(plan, chance("delay"));
  const madeUp = quantile(MADE_UP, chance("made up"));
  const least = Math.ceil((arrival - departure) * LEAST_BLOCK_SHARE) - (arrival - departure);
  return {
    cancelledAt: cancelled || reinstated ? Math.round(departure - notice) : null,
    reinstatedAt: reinstated ? Math.round(departure - notice * 0.4) : null,
    diverted: !unreported && chance("diverted") < DIVERTED,
    departureDelay,
    arrivalDelay: departureDelay + Math.max(madeUp, least),
    feared: chance("gloomy") < GLOOMY ? Math.round(chance("feared") * MOST_FEARED) : 0,
    announcedAt: Math.round(departure - 15 - chance("announced") * 150),
    departureUntold: unreported || chance("departure untold") < DEPARTURE_UNTOLD,
    arrivalUntold: unreported || chance("arrival untold") < ARRIVAL_UNTOLD,
  };
}
