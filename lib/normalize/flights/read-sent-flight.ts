import { fieldOf, isTree } from "@/lib/lufthansa/flight-responses";
import type { FlightStream } from "@/lib/model/stream";
import { readInformationFlight } from "./read-information-flight";
import { readScheduleLeg } from "./read-schedule-leg";
import { readStatusFlight } from "./read-status-flight";
import type { SentFlight } from "./sent-flight";

/** One item of an answer in the shape that all streams share; null when it is no flight at all. */
export function readSentFlight(item: unknown, stream: FlightStream): SentFlight | null {
  if (stream === "schedules") {
    const leg = fieldOf(item, "leg");
    return isTree(leg) ? readScheduleLeg({ journey: fieldOf(item, "journey"), leg }) : null;
  }
  if (!isTree(item)) return null;
  return stream === "flight-status" ? readStatusFlight(item) : readInformationFlight(item);
}
