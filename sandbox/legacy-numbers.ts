import { isObject, type Json } from "./json";

const NUMERIC = /^\d+$/;

function legacyOffset(value: string): Json {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(value) ?? [];
  return sign ? Number(`${sign}1`) * (Number(hours) + Number(minutes) / 60) : value;
}

function legacyText(field: string, value: string): Json {
  if (field === "UtcOffset") return legacyOffset(value);
  if (field === "@LanguageCode") return value.toLowerCase();
  // A processing error's code is a string in all recordings.
  return field !== "Code" && NUMERIC.test(value) ? Number(value) : value;
}

/** The typing of 2017 to 2019 (API.md section 5): what looks like a number is one, and leading zeros are gone. */
export function toLegacyNumbers(json: Json, field = ""): Json {
  if (typeof json === "string") return legacyText(field, json);
  if (Array.isArray(json)) return json.map((entry) => toLegacyNumbers(entry, field));
  if (!isObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, toLegacyNumbers(value, key)]),
  );
}
