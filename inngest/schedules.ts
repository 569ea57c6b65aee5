/** Sunday 02:00 UTC. */
export const WEEKLY_REFERENCE_SYNC = "0 2 * * 0";

/** 06:00 UTC. */
export const DAILY_FLIGHT_SYNC = "0 6 * * *";

/** Every so many minutes of the hour, from its start on. `minutes` divides 60. */
export const liveStatusCron = (minutes: number): string =>
  minutes === 60 ? "0 * * * *" : `*/${minutes} * * * *`;
