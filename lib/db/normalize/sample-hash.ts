import { createHash } from "node:crypto";

/** What makes a rejected record the same one when it is seen again: the sha-256 of its sample, in hex. */
export const sampleHash = (sample: string): string =>
  createHash("sha256").update(sample).digest("hex");
