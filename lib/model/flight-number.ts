import type { Designator } from "./flight";

/** Carrier (two characters, not both digits, or three letters), one to four digits, and a letter or none. */
export const FLIGHT_NUMBER = /^([A-Z]{2}|[A-Z]\d|\d[A-Z]|[A-Z]{3})(\d{1,4})([A-Z]?)$/;

/** `LH0400` as carrier LH, number 400 and no suffix; null for what is no flight number. Upper case is expected. */
export function parseFlightNumber(
  text: string,
): Pick<Designator, "carrier" | "number" | "suffix"> | null {
  const [, carrier, digits, suffix] = FLIGHT_NUMBER.exec(text) ?? [];
  if (!carrier || !digits) return null;
  return { carrier, number: Number(digits), suffix: suffix ?? "" };
}

/** As people write it, `LH050`; null where only the carrier is known. */
export const formatFlightNumber = ({
  carrier,
  number,
  numberText,
  suffix,
}: Designator): string | null => (number === 0 ? null : `${carrier}${numberText}${suffix}`);
