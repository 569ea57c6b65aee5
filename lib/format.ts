/**
 * Numbers, dates and durations as people read them here: 9,584; a true minus; a thin space before %; 24 hours; UTC unless a
 * zone is given. Pure, so that server and browser print the same.
 */

/** What is not known is written, never left out and never 0. */
export const MISSING = "–";
const MINUS = "\u2212";
const THIN = "\u202f";
const NB = "\u00a0";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** `9,584`; `−12`; `–` for null. */
export function formatCount(value: number | null): string {
  if (value === null) return MISSING;
  return `${value < 0 ? MINUS : ""}${grouped.format(Math.abs(value))}`;
}

/** A count with its noun: `1 airport`, `300 airports`. */
export const formatNoun = (value: number, one: string, many = `${one}s`): string =>
  `${formatCount(value)}${NB}${value === 1 ? one : many}`;

/** Share of `whole`: whole percent below 1,000, one decimal from there, `–` when there is nothing to divide by. */
export function formatPercent(part: number, whole: number): string {
  if (whole <= 0) return MISSING;
  const digits = whole < 1000 ? 0 : 1;
  const smallest = 10 ** -digits;
  const share = (100 * part) / whole;
  if (part > 0 && share < smallest / 2) return `under ${smallest}${THIN}%`;
  return `${share.toFixed(digits)}${THIN}%`;
}

const parts = (options: Intl.DateTimeFormatOptions, timeZone = "UTC") =>
  new Intl.DateTimeFormat("en-GB", { timeZone, hourCycle: "h23", ...options });

const byName = (format: Intl.DateTimeFormat, instant: Date): Record<string, string> =>
  Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const WEEKDAYS = "Sun Mon Tue Wed Thu Fri Sat".split(" ");

/** `14 Sep`, of an ISO instant, in UTC. */
export function formatDay(instant: string): string {
  const date = new Date(instant);
  return `${date.getUTCDate()}${NB}${MONTHS[date.getUTCMonth()]}`;
}

/** `14 Sep 2024`, in UTC. */
export const formatDate = (instant: string): string =>
  `${formatDay(instant)}${NB}${new Date(instant).getUTCFullYear()}`;

/** `Sat 14 Sep 2024`, in UTC. */
export const formatLongDate = (instant: string): string =>
  `${WEEKDAYS[new Date(instant).getUTCDay()]} ${formatDate(instant)}`;

const clock = parts({ hour: "2-digit", minute: "2-digit" });

/** `16:30`, in UTC. The zone is named by whoever prints it. */
export const formatClock = (instant: string): string => clock.format(new Date(instant));

/** `14 Sep 2024, 16:30 UTC`. */
export const formatInstant = (instant: string): string =>
  `${formatDate(instant)}, ${formatClock(instant)}${NB}UTC`;

/** `14 Sep 16:30` for tables whose head names the zone; null is `–`. */
export const formatDayClock = (instant: string | null): string =>
  instant === null ? MISSING : `${formatDay(instant)}${NB}${formatClock(instant)}`;

const AGES = [
  { below: HOUR, unit: MINUTE, one: "min", many: "min" },
  { below: 48 * HOUR, unit: HOUR, one: "h", many: "h" },
  { below: 60 * DAY, unit: DAY, one: "day", many: "days" },
];

/** How long ago: `just now`, `3 min ago`, `2 h ago`, `5 days ago`, then the date; `in 4 min` for what is to come. */
export function formatAge(instant: string, now: Date): string {
  const elapsed = now.getTime() - new Date(instant).getTime();
  const distance = Math.abs(elapsed);
  if (distance < MINUTE) return elapsed < -5 * SECOND ? "in a moment" : "just now";
  const age = AGES.find(({ below }) => distance < below);
  if (!age) return formatDate(instant);
  const amount = Math.floor(distance / age.unit);
  const words = `${amount}${NB}${amount === 1 ? age.one : age.many}`;
  return elapsed > 0 ? `${words} ago` : `in ${words}`;
}

const two = (value: number) => String(value).padStart(2, "0");

/** A length of time, in at most two units: `820 ms`, `4.2 s`, `42 s`, `4 min 05 s`, `1 h 52 min`, `3 d 4 h`. */
export function formatDuration(milliseconds: number | null): string {
  if (milliseconds === null) return MISSING;
  const length = Math.max(0, milliseconds);
  if (length < SECOND) return `${Math.round(length)}${NB}ms`;
  if (length < 10 * SECOND) return `${(length / SECOND).toFixed(1)}${NB}s`;
  const seconds = Math.round(length / SECOND);
  if (seconds < 60) return `${seconds}${NB}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}${NB}min${NB}${two(seconds % 60)}${NB}s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours}${NB}h${NB}${two(minutes % 60)}${NB}min`;
  return `${Math.floor(hours / 24)}${NB}d${NB}${hours % 24}${NB}h`;
}

const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB"];

/** `812 B`, `9.0 MB`: decimal units, two digits at least. */
export function formatBytes(bytes: number | null): string {
  if (bytes === null) return MISSING;
  const step = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** step;
  return `${step > 0 && amount < 100 ? amount.toFixed(1) : Math.round(amount)}${THIN}${BYTE_UNITS[step]}`;
}

/** An offset as the API writes it (`+05:30`) for people: `UTC+5:30`; `+00:00` is `UTC`. */
export function formatOffset(offset: string | null): string {
  if (offset === null) return MISSING;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? [];
  if (!hours) return offset;
  if (Number(hours) === 0 && minutes === "00") return "UTC";
  const rest = minutes === "00" ? "" : `:${minutes}`;
  return `UTC${sign === "-" ? MINUS : "+"}${Number(hours)}${rest}`;
}

/** `50.0331, 8.5706`; degrees, north and east positive. */
export function formatPosition(latitude: number | null, longitude: number | null): string {
  if (latitude === null || longitude === null) return MISSING;
  return [latitude, longitude].map((value) => value.toFixed(4).replace("-", MINUS)).join(", ");
}

/** Wall time somewhere: `18:30`, its weekday, its zone's short name (`CEST`) and offset (`UTC+2`). */
export function formatLocalTime(
  now: Date,
  timeZone: string,
): { time: string; weekday: string; zoneName: string; offset: string } {
  const wall = byName(
    parts(
      { hour: "2-digit", minute: "2-digit", weekday: "short", timeZoneName: "short" },
      timeZone,
    ),
    now,
  );
  const long = byName(parts({ timeZoneName: "longOffset" }, timeZone), now).timeZoneName ?? "GMT";
  const offset = formatOffset(long === "GMT" ? "+00:00" : long.slice("GMT".length));
  const zoneName = wall.timeZoneName ?? "";
  return {
    time: `${wall.hour}:${wall.minute}`,
    weekday: wall.weekday ?? "",
    zoneName: /^(GMT|UTC)[+-]/.test(zoneName) ? "" : zoneName,
    offset,
  };
}
