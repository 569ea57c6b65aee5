import {
  type FlightEvent,
  type FlightEventField,
  TEXT_FIELDS,
  TIME_FIELDS,
} from "@/lib/model/flight";
import { CHANGING_FIELDS, type MergedSaid, toEventValues } from "./event-values";
import { holdManual } from "./hold-manual";
import type { Saying, Sayings } from "./saying";
import { statusAfter } from "./status-after";
import { timeAfter } from "./time-after";

/**
 * Applies sayings, ordered oldest first, one after the other: the last one that says something of a field wins it, but what a
 * person said stays whatever is answered since; and each answer that changes a field leaves an event. The items of one answer
 * are one step: a flight that is told twice in it (schedules do so for each codeshare) does not change in between.
 */
export function replay(told: Sayings): { said: MergedSaid; events: FlightEvent[] } {
  const sayings = holdManual(told);
  const said = toMerged(sayings[0]);
  const events: FlightEvent[] = [];
  let shown: readonly (string | null)[] = [];
  for (const [index, saying] of sayings.entries()) {
    if (index > 0) take(said, saying, sayings, index);
    const next = sayings[index + 1];
    if (next && isSameAnswer(saying, next)) continue;
    const values = sayings.length === 1 ? shown : toEventValues(said);
    if (events.length === 0) events.push(toEvent(saying, "seen", null, said.status));
    else addChanges(events, saying, shown, values);
    shown = values;
  }
  return { said, events };
}

/** What a flight is while nobody said otherwise: in the air, without a stop; planned, where a person made it. */
const toMerged = ({ said, stream }: Saying): MergedSaid => ({
  ...said,
  status: said.status ?? (stream === "manual" ? "scheduled" : "unknown"),
  serviceType: said.serviceType ?? "air",
  stops: said.stops ?? 0,
});

function take(merged: MergedSaid, { said, stream }: Saying, sayings: Sayings, index: number): void {
  for (const field of TIME_FIELDS) {
    if (said[field]) merged[field] = timeAfter(merged[field], sayings, index, field);
  }
  for (const field of TEXT_FIELDS) merged[field] = said[field] ?? merged[field];
  merged.serviceType = said.serviceType ?? merged.serviceType;
  merged.stops = said.stops ?? merged.stops;
  const isManual = stream === "manual";
  merged.status = isManual
    ? (said.status ?? merged.status)
    : statusAfter(merged.status, said.status);
}

const isSameAnswer = (one: Saying, other: Saying): boolean =>
  one.observedAt.getTime() === other.observedAt.getTime() &&
  one.stream === other.stream &&
  one.payloadHash === other.payloadHash;

function addChanges(
  events: FlightEvent[],
  saying: Saying,
  before: readonly (string | null)[],
  after: readonly (string | null)[],
): void {
  for (const [index, field] of CHANGING_FIELDS.entries()) {
    const [oldValue = null, newValue = null] = [before[index], after[index]];
    if (oldValue !== newValue) events.push(toEvent(saying, field, oldValue, newValue));
  }
}

const toEvent = (
  { observedAt, stream, payloadId: id }: Saying,
  field: FlightEventField,
  oldValue: string | null,
  newValue: string | null,
): FlightEvent => {
  const payloadId = stream === "manual" ? null : id;
  return { field, oldValue, newValue, observedAt, stream, payloadId };
};
