import { z } from "zod";
import type { FlightStream } from "@/lib/model/stream";
import { query } from "../query";
import { ANSWERS_OF_DAYS } from "./answers-of-days";

/** Which answers are kept of the windows of a local day, whatever run asked, with the window of each (`scope key`). */
export async function findAnswersOfDay(
  stream: FlightStream,
  day: string,
): Promise<{ payloadId: string; window: string }[]> {
  const rows = await query(
    z.object({ payload_id: z.string(), scope: z.string(), window_key: z.string() }),
    `SELECT p.payload_id, w.scope, w.window_key ${ANSWERS_OF_DAYS}
     ORDER BY w.scope, w.window_key, p.payload_id`,
    [stream, day, day],
  );
  return rows.map(({ payload_id, scope, window_key }) => ({
    payloadId: payload_id,
    window: `${scope} ${window_key}`,
  }));
}
