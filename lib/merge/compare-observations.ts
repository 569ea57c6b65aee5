import { FLIGHT_VOICES } from "@/lib/model/stream";
import { compareTexts } from "./compare-texts";
import type { Placed } from "./saying";

/**
 * Oldest first; at the same instant the weaker voice first, then by hash, place in the answer and payload: these mean
 * nothing, but decide always the same way. Negative, zero or positive.
 */
export const compareObservations = (one: Placed, other: Placed): number =>
  one.observedAt.getTime() - other.observedAt.getTime() ||
  FLIGHT_VOICES.indexOf(one.stream) - FLIGHT_VOICES.indexOf(other.stream) ||
  compareTexts(one.payloadHash, other.payloadHash) ||
  one.item - other.item ||
  compareTexts(one.payloadId ?? "", other.payloadId ?? "");
