import { textOf } from "./sent-flight";

/** ISO 8601 as schedules send it: `PT1H5M`, `PT23H55M`, `P1DT4H`, `P1DT1H29M` (API.md section 5.2). */
const DURATION = /^P(?:(\d{1,2})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?)?$/;

/** Minutes of a journey; null when nothing or no duration was sent. */
export function journeyMinutes(duration: unknown): number | null {
  const [, days = 0, hours = 0, minutes = 0] = DURATION.exec(textOf(duration) ?? "") ?? [];
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes) || null;
}
