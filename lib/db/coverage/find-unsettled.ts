import { z } from "zod";
import type { FlightWindow } from "@/lib/model/coverage";
import { WINDOW_STATES, type WindowState } from "@/lib/model/run";
import type { FlightStream } from "@/lib/model/stream";
import { windowName } from "@/lib/sync/streams/flight-window";
import { inRows } from "../in-rows";
import { query } from "../query";

const BATCH = 1000;

const Row = z.object({
  scope: z.string(),
  window_key: z.string(),
  state: z.enum(WINDOW_STATES),
  settled: z.number(),
  message: z.string().nullable(),
  observed_at: z.date().nullable(),
});

/** A window that ought to have been asked and is not settled; `state` is null when it never was asked. */
export type UnsettledWindow = FlightWindow & {
  state: WindowState | null;
  message: string | null;
  observedAt: Date | null;
};

/** Those of these windows that are not settled, in their order, with how they stand. */
export async function findUnsettled(
  stream: FlightStream,
  windows: readonly FlightWindow[],
): Promise<UnsettledWindow[]> {
  const known = new Map<string, z.infer<typeof Row>>();
  for (let from = 0; from < windows.length; from += BATCH) {
    const { sql, params } = inRows(
      "stream, scope, window_key",
      windows.slice(from, from + BATCH).map(({ scope, key }) => [stream, scope, key]),
    );
    const rows = await query(
      Row,
      `SELECT scope, window_key, state, settled, message, observed_at FROM coverage
       WHERE ${sql}`,
      params,
    );
    for (const row of rows) known.set(`${row.scope} ${row.window_key}`, row);
  }
  return windows.flatMap((window) => {
    const row = known.get(windowName(window));
    if (row?.settled === 1) return [];
    const { state = null, message = null, observed_at: observedAt = null } = row ?? {};
    return [{ ...window, state, message, observedAt }];
  });
}
