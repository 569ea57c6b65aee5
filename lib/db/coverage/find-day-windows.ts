import { z } from "zod";
import type { CoverageWindow } from "@/lib/contract/coverage";
import { WINDOW_STATES, type WindowState } from "@/lib/model/run";
import { FLIGHT_STREAMS, type FlightStream } from "@/lib/model/stream";
import { allOf, fragment } from "../fragment";
import { query } from "../query";

const Row = z.object({
  stream: z.enum(FLIGHT_STREAMS),
  scope: z.string(),
  window_key: z.string(),
  starts_at: z.date(),
  ends_at: z.date(),
  state: z.enum(WINDOW_STATES),
  settled: z.number(),
  expected: z.number().nullable(),
  fetched: z.number(),
  calls: z.number(),
  observed_at: z.date().nullable(),
  assumed: z.number(),
  message: z.string().nullable(),
  run_id: z.string(),
  window_id: z.number(),
});

/** The windows of one place and local day that were ever asked, by stream, scope and time, each with its newest answers. */
export async function findDayWindows(wish: {
  place: string;
  day: string;
  stream?: FlightStream | undefined;
  state?: WindowState | undefined;
  settled?: boolean | undefined;
}): Promise<CoverageWindow[]> {
  const { place, day, stream, state, settled } = wish;
  const wanted = allOf([
    fragment("place = ?", place),
    fragment("day = ?", day),
    fragment("stream IN (?)", stream ? [stream] : FLIGHT_STREAMS),
    ...(state ? [fragment("state = ?", state)] : []),
    ...(settled === undefined ? [] : [fragment("settled = ?", settled)]),
  ]);
  const rows = await query(
    Row,
    `SELECT stream, scope, window_key, starts_at, ends_at, state, settled, expected, fetched, calls, observed_at, assumed,
       message, run_id, window_id
     FROM coverage WHERE ${wanted.sql} ORDER BY stream, scope, window_key`,
    wanted.params,
  );
  const payloads = await findPayloads(rows.map(({ window_id }) => window_id));
  return rows.map(({ window_key, window_id, starts_at, ends_at, observed_at, ...row }) => ({
    ...row,
    key: window_key,
    starts_at: starts_at.toISOString(),
    ends_at: ends_at.toISOString(),
    settled: row.settled === 1,
    assumed: row.assumed === 1,
    observed_at: observed_at?.toISOString() ?? null,
    payload_ids: payloads.get(window_id) ?? [],
  }));
}

/** Ids of the answers that each window was made of, in the order of their coming. */
async function findPayloads(windowIds: readonly number[]): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  if (windowIds.length === 0) return found;
  const rows = await query(
    z.object({ window_id: z.number(), payload_id: z.string() }),
    "SELECT window_id, payload_id FROM window_payloads WHERE window_id IN (?) ORDER BY window_id, noted_at, payload_id",
    [windowIds],
  );
  for (const { window_id, payload_id } of rows) {
    found.set(window_id, [...(found.get(window_id) ?? []), payload_id]);
  }
  return found;
}
