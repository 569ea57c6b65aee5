import { isObject, type Json } from "./json";

const NUMERIC = /^(?:0|[1-9]\d*)$/;

function legacyOffset(value: string): Json {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(value) ?? [];
  return sign ? Number(`${sign}1`) * (Number(hours) + Number(minutes) / 60) : value;
}

function legacyText(field: string, value: string, inSchedules: boolean): Json {
  if (field === "UtcOffset") return legacyOffset(value);
  if (field === "FlightNumber" && inSchedules) return Number(value);
  if (field === "@LanguageCode") return value.toLowerCase();
  // A processing error's code is a string in all recordings.
  return field !== "Code" && NUMERIC.test(value) ? Number(value) : value;
}

/**
 * The typing of 2017 to 2019 (API.md section 5): what looks like a number is one. Flight status kept a number with
 * leading zeros as text ("048"), schedules lost them (39).
 */
export function toLegacyNumbers(json: Json, field = "", inSchedules = false): Json {
  const convert = (value: Json, key: string) =>
    toLegacyNumbers(value, key, inSchedules || key === "ScheduleResource");
  if (typeof json === "string") return legacyText(field, json, inSchedules);
  if (Array.isArray(json)) return json.map((entry) => convert(entry, field));
  if (!isObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, convert(value, key)]));
}
