import type { UnreadableStatus } from "../catalog";
import { seededFraction } from "../seeded";

/**
 * Which positions of a list cannot be read: a share of all, chosen among the obscure ones, two of them neighbours (as
 * 3222 and 3223 are). `obscure[0]` is position 1.
 */
export function chooseUnreadable(options: {
  seed: number;
  name: string;
  obscure: readonly boolean[];
  share: number;
  shareOf404: number;
}): Map<number, UnreadableStatus> {
  const { seed, name, obscure, share, shareOf404 } = options;
  const chance = (position: number) => seededFraction(seed, name, "unreadable", position);
  const candidates = obscure.flatMap((is, index) => (is ? [index + 1] : []));
  const chosen = candidates
    .sort((a, b) => chance(a) - chance(b))
    .slice(0, Math.round(share * obscure.length));
  const neighbour = chosen.find((position) => obscure[position] && !chosen.includes(position + 1));
  if (neighbour && chosen.length > 2) chosen.splice(-1, 1, neighbour + 1);
  return new Map(
    chosen
      .sort((a, b) => a - b)
      .map((position) => [
        position,
        seededFraction(seed, name, "status", position) < shareOf404 ? 404 : 500,
      ]),
  );
}
