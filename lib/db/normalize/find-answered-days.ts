import { z } from "zod";
import type { FlightStream } from "@/lib/model/stream";
import { query } from "../query";
import { ANSWERS_OF_DAYS, type DaySpan } from "./answers-of-days";

/** The local days between two, both included, of whose windows an answer of this stream is kept. */
export async function findAnsweredDays(
  stream: FlightStream,
  { from, to }: DaySpan,
): Promise<string[]> {
  const rows = await query(
    z.object({ day: z.string() }),
    `SELECT DISTINCT c.day AS day ${ANSWERS_OF_DAYS} ORDER BY day`,
    [stream, from, to],
  );
  return rows.map(({ day }) => day);
}
