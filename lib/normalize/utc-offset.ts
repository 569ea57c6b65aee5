import type { NoteUnusable } from "./normalize-list";

const CLOCK = /^([+-])(\d{1,2}):(\d{2})$/;
const HOURS = /^[+-]?\d{1,2}(\.\d+)?$/;

/** From -12:00 (Baker Island) to +14:00 (Kiribati). */
const WEST = -12 * 60;
const EAST = 14 * 60;

/**
 * Minutes east of UTC in standard time, from `+01:00` (2022 and later) or a number of hours (2017 to 2019; API.md
 * section 5). Null, and noted, when it is neither.
 */
export function utcOffsetMinutes(value: string | undefined, note: NoteUnusable): number | null {
  if (value === undefined) return null;
  const minutes = toMinutes(value.trim());
  if (minutes !== null && minutes >= WEST && minutes <= EAST) return minutes;
  note("UtcOffset", value);
  return null;
}

function toMinutes(value: string): number | null {
  const clock = CLOCK.exec(value);
  if (clock) {
    const [, sign, hours, minutes] = clock;
    const size = Number(hours) * 60 + Number(minutes);
    return sign === "-" && size > 0 ? -size : size;
  }
  return HOURS.test(value) ? Math.round(Number(value) * 60) : null;
}
