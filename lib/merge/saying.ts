import type { ObservedFlight } from "@/lib/model/flight";

/** What makes two observations comparable, whatever the order in which they were loaded. */
export type Placed = Pick<ObservedFlight, "observedAt" | "stream" | "payloadHash" | "item"> & {
  /** Null where an absence said it. */
  payloadId: string | null;
};

/** What was said of a flight at one place of the order. */
export type Saying = Placed & Pick<ObservedFlight, "said">;

/** Oldest first, at least one. */
export type Sayings = readonly [Saying, ...Saying[]];
