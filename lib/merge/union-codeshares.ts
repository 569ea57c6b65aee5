import type { Designator, ObservedFlight } from "@/lib/model/flight";
import { compareTexts } from "./compare-texts";

/**
 * Every number under which a flight was ever sold besides its own, by carrier, number and suffix, with the longest text that
 * was seen of it (`050` rather than `50`).
 */
export function unionCodeshares(
  observations: readonly ObservedFlight[],
  own: Pick<Designator, "carrier" | "number" | "suffix">,
): Designator[] {
  const found = new Map<string, Designator>();
  for (const { codeshares } of observations) {
    for (const codeshare of codeshares) {
      const name = nameOf(codeshare);
      const text = found.get(name)?.numberText ?? "";
      if (codeshare.numberText.length > text.length) found.set(name, codeshare);
    }
  }
  found.delete(nameOf(own));
  return [...found.values()].sort(compareDesignators);
}

const nameOf = ({ carrier, number, suffix }: Pick<Designator, "carrier" | "number" | "suffix">) =>
  `${carrier} ${number}${suffix}`;

const compareDesignators = (one: Designator, other: Designator): number =>
  compareTexts(one.carrier, other.carrier) ||
  one.number - other.number ||
  compareTexts(one.suffix, other.suffix);
