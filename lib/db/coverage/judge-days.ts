import type { Connection } from "mariadb";
import { z } from "zod";
import { type FlightWindow, isBoard, placeOf } from "@/lib/model/coverage";
import { WINDOW_STATES } from "@/lib/model/run";
import { settlesAt } from "@/lib/model/settles-at";
import type { FlightStream } from "@/lib/model/stream";
import { execute } from "../execute";
import { inRows } from "../in-rows";
import { query } from "../query";
import { judgeDay } from "./judge-day";

const DayRow = z
  .object({
    scope: z.string(),
    window_key: z.string(),
    place: z.string(),
    day: z.string(),
    starts_at: z.date(),
    ends_at: z.date(),
    state: z.enum(WINDOW_STATES),
    fetched: z.number(),
    observed_at: z.date().nullable(),
  })
  .transform(({ window_key, starts_at, ends_at, observed_at, ...row }) => ({
    ...row,
    key: window_key,
    startsAt: starts_at,
    endsAt: ends_at,
    observedAt: observed_at,
  }));

/** Judges anew what silence means on the airports' days of these windows. Routes are not judged: a day without a flight is usual there. */
export async function judgeDays(
  connection: Connection,
  stream: FlightStream,
  windows: readonly Pick<FlightWindow, "scope" | "day">[],
): Promise<void> {
  const boards = windows.filter(({ scope }) => isBoard(scope));
  if (boards.length === 0) return;
  const days = new Map(
    boards.map(({ scope, day }) => [`${placeOf(scope)} ${day}`, [stream, day, placeOf(scope)]]),
  );
  const { sql, params } = inRows("stream, day, place", [...days.values()]);
  const rows = await query(
    DayRow,
    `SELECT scope, window_key, place, day, starts_at, ends_at, state, fetched, observed_at FROM coverage
     WHERE ${sql} ORDER BY scope, window_key FOR UPDATE`,
    params,
    connection,
  );
  for (const name of days.keys()) {
    const own = rows.filter(({ place, day }) => `${place} ${day}` === name);
    for (const { window, state } of judgeDay(own)) {
      const { startsAt, endsAt, observedAt } = window;
      const isFinal = observedAt !== null && observedAt >= settlesAt(stream, { startsAt, endsAt });
      await execute(
        "UPDATE coverage SET state = ?, settled = ? WHERE stream = ? AND scope = ? AND window_key = ?",
        [state, state === "empty" && isFinal ? 1 : 0, stream, window.scope, window.key],
        connection,
      );
    }
  }
}
