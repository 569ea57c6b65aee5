import { z } from "zod";
import { FLIGHT_STREAMS, type FlightStream } from "@/lib/model/stream";
import { query } from "../query";

const Average = z.object({ stream: z.enum(FLIGHT_STREAMS), place: z.string(), calls: z.number() });

/** Pages of a window follow the timetable, which changes with the seasons. */
const RECENT_DAYS = 14;

/** How many calls a window of a stream and place took on average, over those of the last two weeks that were answered; null where none was. */
export async function findCallsPerWindow(
  now: Date,
): Promise<(stream: FlightStream, place: string) => number | null> {
  const rows = await query(
    Average,
    `SELECT stream, place, AVG(calls) AS calls FROM coverage
     WHERE stream IN (?) AND day >= DATE(? - INTERVAL ${RECENT_DAYS} DAY) AND calls > 0 AND state IN ('complete', 'partial', 'empty')
     GROUP BY stream, place`,
    [FLIGHT_STREAMS, now],
  );
  const averages = new Map(rows.map((row) => [`${row.stream} ${row.place}`, row.calls]));
  return (stream, place) => averages.get(`${stream} ${place}`) ?? null;
}
