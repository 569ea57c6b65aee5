import type { Connection } from "mariadb";
import { z } from "zod";
import { placeOf } from "@/lib/model/coverage";
import { settlesAt } from "@/lib/model/settles-at";
import type { FlightStream } from "@/lib/model/stream";
import type { LedgerWindow, LoadedWindow } from "@/lib/sync/ports";
import { toFlightWindow, windowName } from "@/lib/sync/streams/flight-window";
import { inRows } from "../in-rows";
import { insertRows, takeNew, type Value } from "../insert-rows";
import { query } from "../query";
import { COVERAGE_COLUMNS, KnownRow } from "./coverage-row";
import { judgeDays } from "./judge-days";

type Origin = { runId: string; stream: FlightStream; now: Date };

type CoveredWindow = {
  window: LedgerWindow;
  loaded: Pick<LoadedWindow<unknown>, "state" | "expected" | "fetched" | "answered">;
};

type Answered = NonNullable<CoveredWindow["loaded"]["answered"]>;

/**
 * Notes in the coverage ledger how these windows were answered. Of each window the newest answer counts: an older one that
 * comes late changes nothing. What a whole day without any flight means is judged anew.
 */
export async function writeCoverage(
  connection: Connection,
  origin: Origin,
  windows: readonly CoveredWindow[],
): Promise<void> {
  if (windows.length === 0) return;
  const known = await readKnown(connection, origin.stream, windows);
  const calls = await readCalls(connection, windows);
  const rows: Value[][] = [];
  for (const { window, loaded } of windows) {
    const before = known.get(windowName(window));
    const { answered } = loaded;
    if (!answered) throw new Error(`Window ${window.key} was answered, but nobody says when`);
    if (before?.observed_at && before.observed_at > answered.observedAt) continue;
    rows.push(
      toRow(origin, { window, loaded, answered, before, calls: calls.get(window.id) ?? 0 }),
    );
  }
  await insertRows(connection, {
    table: "coverage",
    columns: COVERAGE_COLUMNS,
    rows,
    onDuplicate: takeNew(COVERAGE_COLUMNS.slice(3)),
  });
  await judgeDays(
    connection,
    origin.stream,
    windows.map(({ window }) => toFlightWindow(window)),
  );
}

function toRow(
  { runId, stream, now }: Origin,
  covered: CoveredWindow & { answered: Answered; before: KnownRow | undefined; calls: number },
): Value[] {
  const { window, loaded, answered, before, calls } = covered;
  const { scope, key, day, startsAt, endsAt } = toFlightWindow(window);
  // A suspicious silence does not take away what was heard before: it is what makes it suspicious.
  const told = loaded.state === "suspect" && before ? before : loaded;
  const isFinal = loaded.state === "complete" || loaded.state === "empty";
  const settled = isFinal && answered.observedAt >= settlesAt(stream, { startsAt, endsAt });
  return [
    stream,
    scope,
    key,
    placeOf(scope),
    day,
    startsAt,
    endsAt,
    loaded.state,
    settled ? 1 : 0,
    told.expected,
    told.fetched,
    calls,
    answered.observedAt,
    answered.assumed ? 1 : 0,
    null,
    runId,
    window.id,
    now,
  ];
}

async function readKnown(
  connection: Connection,
  stream: FlightStream,
  windows: readonly CoveredWindow[],
): Promise<Map<string, KnownRow>> {
  const { sql, params } = inRows(
    "stream, scope, window_key",
    windows.map(({ window }) => [stream, window.scope, window.key]),
  );
  const rows = await query(
    KnownRow,
    `SELECT scope, window_key, state, expected, fetched, observed_at FROM coverage
     WHERE ${sql} ORDER BY scope, window_key FOR UPDATE`,
    params,
    connection,
  );
  return new Map(rows.map((row) => [`${row.scope} ${row.window_key}`, row]));
}

/** Calls are counted in the rows of the windows, which this transaction holds. */
async function readCalls(
  connection: Connection,
  windows: readonly CoveredWindow[],
): Promise<Map<number, number>> {
  const rows = await query(
    z.object({ id: z.number(), calls: z.number() }),
    "SELECT id, calls FROM sync_windows WHERE id IN (?) FOR UPDATE",
    [windows.map(({ window }) => window.id)],
    connection,
  );
  return new Map(rows.map(({ id, calls }) => [id, calls]));
}
