import type { Connection } from "mariadb";
import type { ObservedFlight } from "@/lib/model/flight";
import type { RereadAnswer } from "@/lib/sync/normalize-again/reread-answers";
import {
  OBSERVATION_COLUMNS,
  ObservationRow,
  observationName,
  toObservationValues,
  toObservedFlight,
} from "../flights/observation-rows";
import { query } from "../query";

const PER_STATEMENT = 500;

/** How often answers, read today, say something else than what is stored of them. */
export type ObservationChanges = { changed: number; added: number; gone: number };

export type Comparison = {
  /** The answers of which anything differs. */
  differing: RereadAnswer[];
  changes: ObservationChanges;
};

/** Compares what answers say today with what is stored of them. A plain read: nothing is locked. */
export async function compareWithStored(
  answers: readonly RereadAnswer[],
  connection?: Connection,
): Promise<Comparison> {
  const stored = await readStored(
    answers.map(({ payloadId }) => payloadId),
    connection,
  );
  const changes: ObservationChanges = { changed: 0, added: 0, gone: 0 };
  const differing = answers.filter(({ payloadId, observed }) => {
    const own = compare(stored.get(payloadId) ?? [], observed);
    changes.changed += own.changed;
    changes.added += own.added;
    changes.gone += own.gone;
    return own.changed + own.added + own.gone > 0;
  });
  return { differing, changes };
}

function compare(
  stored: readonly ObservedFlight[],
  observed: readonly ObservedFlight[],
): ObservationChanges {
  const before = new Map(stored.map((one) => [observationName(one), toText(one)]));
  let changed = 0;
  let added = 0;
  for (const one of observed) {
    const name = observationName(one);
    const text = before.get(name);
    if (text === undefined) added += 1;
    else if (text !== toText(one)) changed += 1;
    before.delete(name);
  }
  return { changed, added, gone: before.size };
}

const toText = (observed: ObservedFlight): string => JSON.stringify(toObservationValues(observed));

async function readStored(
  payloadIds: readonly string[],
  connection: Connection | undefined,
): Promise<Map<string, ObservedFlight[]>> {
  const stored = new Map<string, ObservedFlight[]>();
  for (let from = 0; from < payloadIds.length; from += PER_STATEMENT) {
    const rows = await query(
      ObservationRow,
      `SELECT ${OBSERVATION_COLUMNS.join(", ")} FROM flight_observations WHERE payload_id IN (?)`,
      [payloadIds.slice(from, from + PER_STATEMENT)],
      connection,
    );
    for (const row of rows) {
      const own = stored.get(row.payload_id) ?? [];
      own.push(toObservedFlight(row));
      stored.set(row.payload_id, own);
    }
  }
  return stored;
}
