import { z } from "zod";
import { FLIGHT_PAGE_ROWS } from "@/lib/lufthansa/endpoints";
import { BOARD_HOURS } from "@/lib/model/coverage";
import type { BoardStream, LiveBoard } from "@/lib/sync/live-round";
import { query } from "../query";
import { findTracked } from "../tracked/find-tracked";

/** Windows that a live round asks for at one airport: now and before, departures and arrivals. */
const WINDOWS = 4;

const Known = z.object({
  stream: z.string(),
  place: z.string(),
  pages: z.coerce.number(),
  asked_at: z.date().nullable(),
});

const PAGES = `GREATEST(1, CEIL(COALESCE(expected, fetched) / ${FLIGHT_PAGE_ROWS}))`;

/**
 * The boards that live rounds are about: those tracked airports that are on, with the calls that their windows are expected to
 * need and when they were last asked. Expected are the pages that the windows of this round had when they were asked before,
 * else those of the last two days, else one each.
 */
export async function findLiveBoards(now: Date): Promise<LiveBoard[]> {
  const [{ airports }, known] = await Promise.all([
    findTracked(),
    query(
      Known,
      `SELECT stream, place, COALESCE(AVG(CASE WHEN is_live THEN pages END), AVG(pages)) AS pages,
         MAX(CASE WHEN is_live THEN updated_at END) AS asked_at
       FROM (
         SELECT stream, place, updated_at, ${PAGES} AS pages,
           starts_at <= ? AND ends_at >= ? - INTERVAL ${BOARD_HOURS} HOUR AS is_live
         FROM coverage
         WHERE stream IN ('flight-status', 'flight-information') AND day >= DATE(? - INTERVAL 2 DAY)
           AND observed_at IS NOT NULL
       ) AS windows
       GROUP BY stream, place`,
      [now, now, now],
    ),
  ]);
  const boardOf = (stream: BoardStream, airport: string): LiveBoard => {
    const found = known.find((row) => row.stream === stream && row.place === airport);
    const calls = Math.ceil(WINDOWS * (found?.pages ?? 1));
    return { stream, airport, calls, askedAt: found?.asked_at ?? null };
  };
  return airports.flatMap(({ airport_code, flight_status, flight_information }) => [
    ...(flight_status ? [boardOf("flight-status", airport_code)] : []),
    ...(flight_information ? [boardOf("flight-information", airport_code)] : []),
  ]);
}
