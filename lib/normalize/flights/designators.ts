import type { Designator } from "@/lib/model/flight";
import type { RejectRule } from "@/lib/model/reject";
import { codeOf, type SentDesignator, type SentFlight } from "./sent-flight";

/** What is wrong with the numbers of a flight: `of` says whose, as sent. */
export type DesignatorFault = {
  rule: Extract<
    RejectRule,
    "missing_carrier" | "invalid_carrier" | "missing_number" | "invalid_number"
  >;
  of: "operating" | "marketing";
  value: unknown;
};

export type Designators = {
  flight: Designator;
  codeshares: Designator[];
  /** Numbers of partners that cannot be read: the flight is kept without them. */
  unusable: DesignatorFault[];
};

/** Two characters that are not both digits, or three letters (IATA; EasyJet Switzerland is sent by its ICAO code EZS). */
const CARRIER = /^(?:[A-Z]{2}|[A-Z]\d|\d[A-Z]|[A-Z]{3})$/;
const NUMBER = /^(\d{1,4})([A-Z]?)$/;

/**
 * The number that operates a flight and those that it is also sold under. The operating carrier decides; where there is
 * none, the (first) marketing number is the flight. An operating carrier without a number of its own has the marketing
 * number of the same carrier, else number 0: unknown.
 */
export function readDesignators({
  operating,
  marketing,
}: Pick<SentFlight, "operating" | "marketing">): Designators | DesignatorFault {
  const partners: Designator[] = [];
  const unusable: DesignatorFault[] = [];
  for (const sent of marketing) {
    const read = readDesignator(sent, "marketing");
    if ("rule" in read) unusable.push(read);
    else partners.push(read);
  }
  const flight = readOperating(operating, partners, unusable[0]);
  if ("rule" in flight) return flight;
  return { flight, codeshares: othersThan(flight, partners), unusable };
}

function readOperating(
  operating: SentDesignator,
  partners: readonly Designator[],
  fault: DesignatorFault | undefined,
): Designator | DesignatorFault {
  const carrier = codeOf(operating.carrier);
  if (carrier === null) return partners[0] ?? fault ?? missing("carrier", "operating");
  const read = readDesignator(operating, "operating");
  if (!("rule" in read) || read.rule !== "missing_number") return read;
  const own = partners.find((partner) => partner.carrier === carrier);
  if (own) return own;
  return partners.length > 0 ? { carrier, number: 0, numberText: "", suffix: "" } : (fault ?? read);
}

function readDesignator(
  sent: SentDesignator,
  of: DesignatorFault["of"],
): Designator | DesignatorFault {
  const carrier = codeOf(sent.carrier);
  if (carrier === null) return missing("carrier", of);
  if (!CARRIER.test(carrier)) return { rule: "invalid_carrier", of, value: sent.carrier };
  const text = codeOf(sent.number);
  if (text === null) return missing("number", of);
  const [, numberText, suffix] = NUMBER.exec(text) ?? [];
  const number = Number(numberText);
  // 0 is our own word for a number that is not known; no flight has it.
  if (!numberText || number === 0) return { rule: "invalid_number", of, value: sent.number };
  return { carrier, number, numberText, suffix: suffix ?? "" };
}

const missing = (what: "carrier" | "number", of: DesignatorFault["of"]): DesignatorFault => ({
  rule: `missing_${what}`,
  of,
  value: null,
});

function othersThan(flight: Designator, partners: readonly Designator[]): Designator[] {
  const others: Designator[] = [];
  for (const partner of partners) {
    if (isSame(partner, flight) || others.some((other) => isSame(other, partner))) continue;
    others.push(partner);
  }
  return others;
}

const isSame = (one: Designator, other: Designator): boolean =>
  one.number === other.number && one.carrier === other.carrier && one.suffix === other.suffix;
