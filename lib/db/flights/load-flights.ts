import { setImmediate as breathe } from "node:timers/promises";
import type { Connection } from "mariadb";
import type { WindowAnswer } from "@/lib/model/flight";
import { execute } from "../execute";
import { type Fragment, fragment } from "../fragment";
import { inTurn } from "../in-turn";
import { insertRows, insertStatements, tuple } from "../insert-rows";
import { addUnknownCodes } from "./add-unknown-codes";
import { countFates, type FlightCounts, noCounts, writeFlightCounts } from "./flight-counts";
import type { FlightLoad } from "./flight-load";
import { moveFlightSequence, takeFlightSequence } from "./flight-sequence";
import { flightStatements } from "./flight-statements";
import { addFates, noWrites } from "./flight-writes";
import { givingWay } from "./giving-way";
import { OBSERVATION_COLUMNS, toObservationValues } from "./observation-rows";
import { planBatches } from "./plan-batches";
import { type MergingGroup, readBatch } from "./read-batch";
import { regroup } from "./regroup";
import { removeObservations } from "./remove-observations";
import { type FlightOutcome, toOutcomes } from "./to-outcomes";

/** So many groups are merged before the answers of the database are let in: a millisecond or two of work. */
const GROUPS_IN_A_ROW = 10;

/**
 * Adds observations of flights to what is stored and makes the rows, events and codeshares of their groups what they add up to.
 * Returns what each observation did, in order. What is known already does nothing. The transaction of `connection` is the
 * caller's, and the only one that writes flights until it ends. While the database writes one batch, the next is merged.
 */
export async function loadFlights(
  connection: Connection,
  load: FlightLoad,
): Promise<FlightOutcome[]> {
  const ids = await takeFlightSequence(connection);
  await addUnknownCodes(connection, load);
  await insertAnswers(connection, load.answers);
  const outcomes: FlightOutcome[] = load.observed.map(() => "unchanged");
  const batches = await planBatches(connection, load);
  await removeObservations(connection, load);
  const givesWay = givingWay(load);

  const counts = noCounts();
  const turn = inTurn();
  const read = (at: number) => turn(() => readBatch(connection, batches[at] ?? [], givesWay));
  let reading = read(0);
  let written: Promise<unknown> = reading;
  for (const at of batches.keys()) {
    const groups = await reading;
    reading = read(at + 1);
    for (const { sql, params } of await toStatements(groups, { load, ids, counts, outcomes })) {
      written = turn(() => execute(sql, params, connection));
    }
  }
  await Promise.all([reading, written]);
  await writeFlightCounts(connection, counts);
  await moveFlightSequence(connection, ids);
  return outcomes;
}

type Progress = {
  load: FlightLoad;
  ids: { next: number };
  counts: FlightCounts;
  outcomes: FlightOutcome[];
};

/** Merges these groups and notes what each observation did. */
async function toStatements(
  groups: readonly MergingGroup[],
  { load, ids, counts, outcomes }: Progress,
): Promise<Fragment[]> {
  const writes = noWrites();
  const observations: string[] = [];
  for (const [place, group] of groups.entries()) {
    if (place % GROUPS_IN_A_ROW === GROUPS_IN_A_ROW - 1) await breathe();
    const fates = regroup(group, load.deletes);
    addFates(writes, fates, load, () => ids.next++);
    countFates(counts, fates);
    const added = group.added.map(({ flight }) => flight);
    const own = toOutcomes(group.observations, added, fates);
    for (const [index, observed] of group.added.entries()) {
      outcomes[observed.index] = own[index] ?? "unchanged";
      observations.push(tuple(toObservationValues(observed.flight)));
    }
  }
  await breathe();
  return [...observationStatements(observations), ...flightStatements(writes)];
}

const observationStatements = (tuples: readonly string[]): Fragment[] =>
  insertStatements({
    table: "flight_observations",
    columns: OBSERVATION_COLUMNS,
    tuples,
    // Of one payload an item is known once, whatever else is said of when it came.
    onDuplicate: "item = item",
  }).map((sql) => fragment(sql));

const insertAnswers = (connection: Connection, answers: readonly WindowAnswer[]) =>
  insertRows(connection, {
    table: "flight_window_answers",
    columns: ["stream", "window_name", "observed_at", "started_at"],
    rows: answers.map(({ stream, window, observedAt, startedAt }) => [
      stream,
      window,
      observedAt,
      startedAt,
    ]),
    // Two answers of one instant: what either may have seen was there, whichever came first.
    onDuplicate: "started_at = LEAST(started_at, VALUES(started_at))",
  });
