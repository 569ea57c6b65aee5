import type { Flight } from "./flight";

/** What can be known of a flight at an instant: forecasts are delays in minutes. */
export type KnownState = {
  cancelled: boolean;
  diverted: boolean;
  departed: boolean;
  landed: boolean;
  /** Announced delay of a departure; null where none is. */
  departureForecast: number | null;
  arrivalForecast: number;
  /** The greatest delay that was ever forecast for the arrival: DL sticks to it (API.md section 7). */
  peakForecast: number;
};

/** Smaller delays are not announced, they happen. */
const LEAST_ANNOUNCED = 16;
const FIRST_GUESS = 0.7;
/** Minutes before departure from which the announced delay is right. */
const SURE = 45;

type DelayStage = { from: number; delay: number };

const stageAt = (stages: readonly DelayStage[], now: number) =>
  stages.filter(({ from }) => from <= now);

function departureStages({ departure, life }: Flight): DelayStage[] {
  if (life.departureDelay < LEAST_ANNOUNCED) return [];
  const guess = Math.max(LEAST_ANNOUNCED, Math.round((life.departureDelay * FIRST_GUESS) / 5) * 5);
  return [
    { from: life.announcedAt, delay: guess },
    { from: Math.max(life.announcedAt, departure - SURE), delay: life.departureDelay },
  ];
}

/** Before it departs an arrival is as late as the departure; then what is made up shows half-way. */
function arrivalStages(flight: Flight): DelayStage[] {
  const { departure, arrival, life } = flight;
  const off = departure + life.departureDelay;
  const halfWay = (off + arrival + life.arrivalDelay) / 2;
  return [
    ...departureStages(flight).filter(({ from }) => from < off),
    { from: off, delay: life.departureDelay + life.feared },
    { from: halfWay, delay: life.arrivalDelay },
  ];
}

/** What everybody can know of a flight at `now`, a pure function of its life. */
export function knownAt(flight: Flight, now: number): KnownState {
  const { departure, arrival, life } = flight;
  const { cancelledAt, reinstatedAt } = life;
  const off = departure + life.departureDelay;
  const cancelled =
    cancelledAt !== null && now >= cancelledAt && (reinstatedAt === null || now < reinstatedAt);
  const gone = !cancelled && now >= off;
  const forecasts = stageAt(arrivalStages(flight), now).map(({ delay }) => delay);
  return {
    cancelled,
    diverted: life.diverted && gone && now >= (off + arrival) / 2,
    departed: gone && !life.departureUntold,
    landed: gone && !life.arrivalUntold && now >= arrival + life.arrivalDelay,
    departureForecast: stageAt(departureStages(flight), now).at(-1)?.delay ?? null,
    arrivalForecast: forecasts.at(-1) ?? 0,
    peakForecast: Math.max(0, ...forecasts),
  };
}
