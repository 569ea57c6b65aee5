import findZone from "@photostructure/tz-lookup";

export type Place = { code: string; country: string; latitude: number; longitude: number };

/**
 * Where the lookup's coarse map or the neighbour rule below is wrong although the country is right, or where the
 * lookup's zone is younger than many installed time zone databases (Coyhaique, 2025).
 */
const KNOWN: Record<string, string> = {
  BBA: "America/Punta_Arenas",
  GXQ: "America/Punta_Arenas",
  ENV: "America/Denver",
  GAM: "America/Nome",
  HUL: "America/New_York",
  MBG: "America/Chicago",
  PSG: "America/Sitka",
  RMK: "Australia/Adelaide",
  WRG: "America/Sitka",
  XWA: "America/Chicago",
  CYX: "Asia/Srednekolymsk",
  NLI: "Asia/Vladivostok",
  ULY: "Europe/Ulyanovsk",
  YBX: "America/Blanc-Sablon",
  YCL: "America/Moncton",
  YHR: "America/Blanc-Sablon",
  YIB: "America/Atikokan",
  YNA: "America/Toronto",
  YOD: "America/Edmonton",
  YPL: "America/Atikokan",
  YTL: "America/Winnipeg",
  YVB: "America/Toronto",
  YXQ: "America/Whitehorse",
};

/** CLDR keeps the first names that zones had; the world has moved on. */
const MODERN: Record<string, string> = {
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Africa/Asmera": "Africa/Asmara",
};

const modern = (zone: string) => MODERN[zone] ?? zone;
const canonical = (zone: string) =>
  new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;

/** The zones of a country by CLDR; empty where it knows none. */
function countryZones(country: string): string[] {
  // Intl Locale Info is younger than TypeScript's library: a property in Node 20, a method since.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    timeZones?: string[];
    getTimeZones?: () => string[] | undefined;
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

const squaredDistance = (a: Place, b: Place) =>
  (a.latitude - b.latitude) ** 2 +
  ((a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180)) ** 2;

/** The zone that a place most likely keeps, or undefined where the lookup's does not belong to the country. */
function ownZone({ code, country, latitude, longitude }: Place): string | undefined {
  if (country === "CN") return "Asia/Shanghai";
  const zone = KNOWN[code] ?? findZone(latitude, longitude);
  const allowed = countryZones(country).map(canonical);
  return allowed.length === 0 || allowed.includes(canonical(zone)) ? modern(zone) : undefined;
}

/**
 * IANA zones of airports. The lookup errs near borders (Bahrain gets Tehran): a zone that does not belong to the
 * airport's country is replaced by that of the nearest airport of the country whose zone does. China's airports all
 * keep Beijing time.
 */
export function airportTimeZones(places: readonly Place[]): Map<string, string> {
  const sure = places.flatMap((place) => {
    const zone = ownZone(place);
    return zone ? [{ ...place, zone }] : [];
  });
  const zones = new Map(sure.map(({ code, zone }) => [code, zone]));
  for (const place of places.filter(({ code }) => !zones.has(code))) {
    const [nearest] = sure
      .filter((other) => other.country === place.country)
      .sort((a, b) => squaredDistance(place, a) - squaredDistance(place, b));
    const zone = nearest?.zone ?? countryZones(place.country)[0];
    if (!zone) throw new Error(`No time zone for ${place.code}`);
    zones.set(place.code, modern(zone));
  }
  return zones;
}

/** Standard time of a zone in the year of `date`, in minutes east of UTC: the smaller of January's and July's. */
export function standardOffsetMinutes(zone: string, date: string): number {
  const year = date.slice(0, 4);
  return Math.min(...["01", "07"].map((month) => offsetAt(zone, `${year}-${month}-15T12:00Z`)));
}

function offsetAt(zone: string, instant: string): number {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  const text = parts.formatToParts(new Date(instant)).find((part) => part.type === "timeZoneName");
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(text?.value ?? "") ?? [];
  if (!sign) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
