/** Sunday 02:00 UTC. */
export const WEEKLY_REFERENCE_SYNC = "0 2 * * 0";
