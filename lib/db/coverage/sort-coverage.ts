import type { CoverageDay, CoverageSort } from "@/lib/contract/coverage";
import { compareTexts } from "@/lib/merge/compare-texts";

const BY = {
  place: (one, other) => compareTexts(one.place, other.place),
  day: (one, other) => compareTexts(one.day, other.day),
  share: (one, other) => one.share - other.share,
} as const satisfies Record<string, (one: CoverageDay, other: CoverageDay) => number>;

/** Days of coverage in the order that is asked for; what is equal in it by place, then by day. */
export function sortCoverage(days: readonly CoverageDay[], sort: CoverageSort): CoverageDay[] {
  const isDown = sort.startsWith("-");
  // The rest of a sort is one of these names.
  const by = BY[sort.replace("-", "") as keyof typeof BY];
  return days.toSorted(
    (one, other) =>
      (isDown ? -by(one, other) : by(one, other)) || BY.place(one, other) || BY.day(one, other),
  );
}
