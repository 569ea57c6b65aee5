import type { Reading } from "@/lib/model/answer";

/** Ends the reading of a window with something that a retry cannot cure: it is caught there and returned. */
export class Interruption extends Error {
  override name = "Interruption";
  readonly reading: Extract<Reading, { kind: "wait" | "refused" }>;

  constructor(reading: Extract<Reading, { kind: "wait" | "refused" }>) {
    super(reading.reason);
    this.reading = reading;
  }
}
