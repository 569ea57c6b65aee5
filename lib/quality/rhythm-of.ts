import { isFlightStream, type StreamName } from "@/lib/model/stream";
import { DAILY, liveRhythm, type Rhythm, WEEKLY } from "./freshness-state";

/** The rhythm in which a stream is asked: lists weekly, schedules daily, boards in live rounds (0 minutes: there are none). */
export function rhythmOf(stream: StreamName, liveMinutes: number): Rhythm {
  if (!isFlightStream(stream)) return WEEKLY;
  return stream === "schedules" || liveMinutes === 0 ? DAILY : liveRhythm(liveMinutes);
}
