import type { Connection } from "mariadb";
import { compareObservations } from "@/lib/merge/compare-observations";
import { findOperations } from "@/lib/merge/find-operations";
import type { ObservedFlight } from "@/lib/model/flight";
import type { FlightGroup } from "./flight-group";
import { type MergingGroup, readBatch } from "./read-batch";
import type { StoredFlight } from "./stored-flight";

/** All that is known of one group, locked until the commit. Who changes it holds the sequence of flights. */
export async function readGroup(
  connection: Connection,
  group: FlightGroup,
): Promise<Omit<MergingGroup, "added">> {
  const touched = { group, observed: [], isTouched: true };
  const [read] = await readBatch(connection, [touched], () => false);
  return read ?? { observations: [], answers: [], stored: [] };
}

/** What was observed of one stored flight of a group, oldest first. */
export function observationsOf(
  observations: readonly ObservedFlight[],
  { cells }: Pick<StoredFlight, "cells">,
): readonly ObservedFlight[] {
  const operations = findOperations(observations.toSorted(compareObservations));
  const own = operations.find(
    ({ number, suffix, operation }) =>
      number === cells.number && suffix === cells.suffix && operation === cells.operation,
  );
  return own?.observations ?? [];
}
