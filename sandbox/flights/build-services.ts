import { seededFraction } from "../seeded";
import { allocatePartners } from "./codeshares";
import { blockMinutes, departureTime } from "./departure-times";
import { aircraftFor } from "./fleet";
import { NETWORKS, type Network } from "./network";
import { NumberPool } from "./number-pool";
import { OTHER_NETWORKS } from "./other-networks";
import { type Service, sellerOf } from "./scheduled-service";
import { SPECIAL_SERVICES, type SpecialService } from "./special-services";
import { kilometresBetween, type Station } from "./stations";
import { toInstant, toWall } from "./time-zone";
import { MINUTES_A_DAY } from "./wall-clock";

type World = { seed: number; stations: ReadonlyMap<string, Station>; numbers: NumberPool };

const ROUTE = /^([A-Z]{3}):([\d.]+)([SW]?)$/;
const EVERY_DAY = "1234567";
const LONG_HAUL_KM = 5000;
/** Any ordinary day: what the clocks of two places differ by decides when a flight turns round. */
const ORDINARY_DAY = 20_580 * MINUTES_A_DAY;
/** Earlier departures are those of the night rhythm: they come back in the same night. */
const FIRST_MORNING = 5 * 60;
const NIGHT_AT_STATION = { from: 22 * 60 + 20, to: 5 * 60 + 45 };

function station({ stations }: World, code: string): Station {
  const found = stations.get(code);
  if (!found) throw new Error(`The timetable flies to ${code}, which data/airports.json lacks.`);
  return found;
}

/** A share of a week as weekdays; from one flight a day on, most fly every day and some not at weekends. */
function daysOf(perDay: number, fraction: number): string {
  if (perDay >= 1) {
    if (fraction < 0.74) return EVERY_DAY;
    if (fraction < 0.88) return "12345";
    return fraction < 0.95 ? "123457" : "1234567".replace(String(1 + Math.floor(fraction * 7)), "");
  }
  const count = Math.max(1, Math.round(perDay * 7));
  const first = Math.floor(fraction * 7);
  const days = Array.from(
    { length: count },
    (_, index) => 1 + ((first + Math.floor((index * 7) / count)) % 7),
  );
  return days.sort().join("");
}

const shiftDays = (days: string, by: number) =>
  [...days]
    .map((day) => 1 + ((((Number(day) - 1 + by) % 7) + 7) % 7))
    .sort()
    .join("");

/** When a flight goes back, and how many days after it came: after an hour or two, or in the morning. */
function turnRound(world: World, out: Service, long: boolean): { departs: number; later: number } {
  const [from, to] = out.stops;
  if (!from || !to) throw new Error("A service has two stops at least.");
  const arrival = toWall(
    to.timeZone,
    toInstant(from.timeZone, ORDINARY_DAY + out.departs) + (out.blocks[0] ?? 0),
  );
  const fraction = seededFraction(world.seed, "turn", out.carrier, out.number);
  const stay = long ? 110 + fraction * 50 : 40 + fraction * 30;
  const ready = Math.round((arrival + stay) / 5) * 5 - ORDINARY_DAY;
  const later = Math.floor(ready / MINUTES_A_DAY);
  const minute = ready - later * MINUTES_A_DAY;
  const night = minute >= NIGHT_AT_STATION.from || minute < NIGHT_AT_STATION.to;
  // Asia and Africa send their flights off at night, Europe sleeps.
  const asleep = long ? to.timeZone.startsWith("Europe/") : out.departs >= FIRST_MORNING;
  if (!night || !asleep) return { departs: minute, later };
  const morning = (long ? 9 : 6) * 60 + Math.round(fraction * (long ? 48 : 12)) * 5;
  return { departs: morning, later: minute >= NIGHT_AT_STATION.from ? later + 1 : later };
}

const winterShiftOf = (seed: number, carrier: string, number: number) =>
  (Math.floor(seededFraction(seed, "winter", carrier, number) * 5) - 2) * 5;

function rotation(world: World, network: Network, route: string): Service[] {
  const [, code = "", often = "1", only] = ROUTE.exec(route) ?? [];
  const perDay = Number(often);
  const count = Math.max(1, Math.round(perDay));
  const { carrier } = network;
  const [from, to] = [station(world, network.base), station(world, code)];
  const kilometres = kilometresBetween(from, to);
  const long = kilometres > LONG_HAUL_KM;
  return Array.from({ length: count }, (_, index) => {
    const number = world.numbers.takePair(sellerOf(carrier), network.firstNumber);
    const chance = (what: string) => seededFraction(world.seed, what, carrier, number, code);
    const out: Service = {
      carrier,
      seller: sellerOf(carrier),
      number,
      stops: [from, to],
      departs: departureTime({ network, from, to, index, count, seed: world.seed }),
      blocks: [blockMinutes(from, to, kilometres)],
      ground: 0,
      // So that they depart in the night that changes the clocks too.
      days: network.rhythm === "night" ? EVERY_DAY : daysOf(perDay, chance("days")),
      only: only ? (only === "S" ? "summer" : "winter") : null,
      winterShift: network.rhythm === "night" ? 0 : winterShiftOf(world.seed, carrier, number),
      kind: "air",
      aircraft: aircraftFor(carrier, long, chance("aircraft")),
      partners: [],
    };
    const { departs, later } = turnRound(world, out, long);
    const back: Service = {
      ...out,
      number: number + 1,
      stops: [to, from],
      departs,
      blocks: [blockMinutes(to, from, kilometres)],
      days: shiftDays(out.days, later),
    };
    return [out, back];
  }).flat();
}

const SURFACE_KM_PER_MINUTE = 1.6;
const SURFACE_MINUTES = 20;

function special(world: World, given: SpecialService): Service {
  const stops = given.stops.map((code) => station(world, code));
  const blocks = stops.slice(1).map((to, index) => {
    const from = stops[index] ?? to;
    const kilometres = kilometresBetween(from, to);
    const surface = given.kind === "rail" || given.kind === "bus";
    return surface
      ? Math.round(SURFACE_MINUTES + kilometres / SURFACE_KM_PER_MINUTE)
      : blockMinutes(from, to, kilometres);
  });
  const [hours = 0, minutes = 0] = given.departs.split(":").map(Number);
  return {
    carrier: given.carrier,
    seller: given.carrier,
    number: given.number,
    stops,
    departs: hours * 60 + minutes,
    blocks,
    ground: given.ground,
    days: given.days,
    only: null,
    winterShift: 0,
    kind: given.kind,
    aircraft: given.aircraft,
    partners: [],
  };
}

/** Every service of the timetable, with its codeshares: the same for the same seed. */
export function buildServices(seed: number, stations: ReadonlyMap<string, Station>): Service[] {
  const world: World = { seed, stations, numbers: new NumberPool() };
  for (const { carrier, number } of SPECIAL_SERVICES) world.numbers.reserve(carrier, number);
  const regular = [...NETWORKS, ...OTHER_NETWORKS].flatMap((network) =>
    network.routes.split(" ").flatMap((route) => rotation(world, network, route)),
  );
  const services = [...SPECIAL_SERVICES.map((given) => special(world, given)), ...regular];
  return allocatePartners(services, seed);
}
