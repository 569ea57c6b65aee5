import type { FlightKey } from "@/lib/model/flight";
import { transaction } from "../transaction";
import type { FieldChange } from "./compare-flight";
import type { FlightLoad } from "./flight-load";
import { givingWay } from "./giving-way";
import { planBatches } from "./plan-batches";
import { readBatch } from "./read-batch";
import { type FlightFate, regroup } from "./regroup";

/** A flight that a load would make, change or take away; `fields` are columns, with `events` and `codeshares` for what hangs on it. */
export type FlightDifference = {
  kind: "added" | "changed" | "removed";
  key: FlightKey;
  fields: readonly FieldChange[];
};

/** What `loadFlights` would change in flights; nothing is written. Throws `database_unavailable`. */
export async function previewFlights(
  load: Pick<FlightLoad, "observed" | "answers" | "replaces">,
): Promise<FlightDifference[]> {
  const batches = await transaction((connection) => planBatches(connection, load));
  const givesWay = givingWay(load);
  const differences: FlightDifference[] = [];
  for (const batch of batches) {
    // A transaction of its own for each: reading locks what it reads, and others are at work.
    const groups = await transaction((connection) => readBatch(connection, batch, givesWay));
    for (const group of groups) differences.push(...regroup(group).flatMap(toDifference));
  }
  return differences;
}

function toDifference(fate: FlightFate): FlightDifference[] {
  if (fate.kind === "added") return [{ kind: "added", key: keyOf(fate.record), fields: [] }];
  if (fate.kind === "gone") return [{ kind: "removed", key: keyOfStored(fate), fields: [] }];
  if (fate.kind !== "changed") return [];
  const { stored, record, difference } = fate;
  const { known, events, codeshares } = difference;
  const fields = [...known];
  if (events.changed.length > 0 || events.shorter) {
    fields.push({ field: "events", from: stored.events.length, to: record.events.length });
  }
  if (codeshares.changed.length > 0 || codeshares.gone) {
    fields.push({
      field: "codeshares",
      from: stored.codeshares.length,
      to: record.codeshares.length,
    });
  }
  return [{ kind: "changed", key: keyOf(record), fields }];
}

const keyOf = (flight: FlightKey): FlightKey => ({
  carrier: flight.carrier,
  number: flight.number,
  suffix: flight.suffix,
  origin: flight.origin,
  destination: flight.destination,
  flightDate: flight.flightDate,
  operation: flight.operation,
});

const keyOfStored = ({ stored }: Extract<FlightFate, { kind: "gone" }>): FlightKey =>
  keyOf({
    ...stored,
    number: Number(stored.cells.number),
    suffix: String(stored.cells.suffix),
    operation: String(stored.cells.operation),
  });
