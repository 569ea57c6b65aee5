import { z } from "zod";
import type { ObservedFlight } from "@/lib/model/flight";
import { FLIGHT_VOICES } from "@/lib/model/stream";
import type { Value } from "../insert-rows";
import { groupName } from "./flight-group";
import { formatSaid, parseSaid } from "./said-text";

export const OBSERVATION_COLUMNS = [
  "flight_date",
  "origin",
  "destination",
  "carrier",
  "observed_at",
  "stream",
  "payload_hash",
  "item",
  "number",
  "suffix",
  "payload_id",
  "window_name",
  "said",
] as const;

export const ObservationRow = z.object({
  flight_date: z.string(),
  origin: z.string(),
  destination: z.string(),
  carrier: z.string(),
  observed_at: z.date(),
  stream: z.enum(FLIGHT_VOICES),
  payload_hash: z.string(),
  item: z.number(),
  number: z.number(),
  suffix: z.string(),
  payload_id: z.string(),
  window_name: z.string(),
  said: z.string(),
});

export const toObservationValues = (observed: ObservedFlight): Value[] => [
  observed.flightDate,
  observed.origin,
  observed.destination,
  observed.carrier,
  observed.observedAt,
  observed.stream,
  observed.payloadHash,
  observed.item,
  observed.number,
  observed.suffix,
  observed.payloadId,
  observed.window,
  formatSaid(observed),
];

export const toObservedFlight = (row: z.infer<typeof ObservationRow>): ObservedFlight => ({
  ...parseSaid(row.said),
  carrier: row.carrier,
  number: row.number,
  suffix: row.suffix,
  origin: row.origin,
  destination: row.destination,
  flightDate: row.flight_date,
  stream: row.stream,
  observedAt: row.observed_at,
  payloadId: row.payload_id,
  payloadHash: row.payload_hash,
  item: row.item,
  window: row.window_name,
});

/** What makes an observation the same one, as the table's key has it: the same item of the same answer. */
export const observationName = (observed: ObservedFlight): string =>
  `${groupName(observed)} ${observed.payloadId} ${observed.item}`;
