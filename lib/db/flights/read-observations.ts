import type { Connection } from "mariadb";
import { z } from "zod";
import type { ObservedFlight, WindowAnswer } from "@/lib/model/flight";
import { FLIGHT_STREAMS } from "@/lib/model/stream";
import { inRows } from "../in-rows";
import { query } from "../query";
import { type FlightGroup, inGroups } from "./flight-group";
import { OBSERVATION_COLUMNS, ObservationRow, toObservedFlight } from "./observation-rows";

const GroupRow = z
  .object({
    flight_date: z.string(),
    origin: z.string(),
    destination: z.string(),
    carrier: z.string(),
  })
  .transform(({ flight_date, ...group }): FlightGroup => ({ ...group, flightDate: flight_date }));

const AnswerRow = z.object({
  stream: z.enum(FLIGHT_STREAMS),
  window_name: z.string(),
  observed_at: z.date(),
  started_at: z.date(),
});

/** All that was ever observed of these groups. Locked, because a plain read may show what was there when the transaction began. */
export async function readObservations(
  connection: Connection,
  groups: readonly FlightGroup[],
): Promise<ObservedFlight[]> {
  const { sql, params } = inGroups(groups);
  const rows = await query(
    ObservationRow,
    `SELECT ${OBSERVATION_COLUMNS.join(", ")} FROM flight_observations WHERE ${sql} FOR UPDATE`,
    params,
    connection,
  );
  return rows.map(toObservedFlight);
}

/**
 * The groups of the flights that these answers can have lost: those of the window's route and day. A window of schedules is called
 * `FRA-LHR 2030-05-01`; other windows lose nothing.
 */
export function findGroupsAnswered(
  connection: Connection,
  answers: readonly Pick<WindowAnswer, "stream" | "window">[],
): Promise<FlightGroup[]> {
  const routes = answers.flatMap(({ stream, window }) => {
    const [, origin, destination, day] = ROUTE_WINDOW.exec(window) ?? [];
    return stream === "schedules" && origin ? [[day, origin, destination]] : [];
  });
  return findGroups(connection, "flight_date, origin, destination", routes);
}

const ROUTE_WINDOW = /^(\w{3})-(\w{3}) (\d{4}-\d\d-\d\d)$/;

/** The groups of all flights that one of these answers tells of. */
export function findGroupsOfPayloads(
  connection: Connection,
  payloadIds: readonly string[],
): Promise<FlightGroup[]> {
  return findGroups(
    connection,
    "payload_id",
    payloadIds.map((id) => [id]),
  );
}

async function findGroups(
  connection: Connection,
  columns: "flight_date, origin, destination" | "payload_id",
  values: readonly (readonly unknown[])[],
): Promise<FlightGroup[]> {
  if (values.length === 0) return [];
  const { sql, params } = inRows(columns, values);
  return query(
    GroupRow,
    `SELECT DISTINCT flight_date, origin, destination, carrier FROM flight_observations
     WHERE ${sql} FOR UPDATE`,
    params,
    connection,
  );
}

/** The complete answers that are stored of these windows. */
export async function readAnswers(
  connection: Connection,
  windows: readonly Pick<WindowAnswer, "stream" | "window">[],
): Promise<WindowAnswer[]> {
  if (windows.length === 0) return [];
  const { sql, params } = inRows(
    "stream, window_name",
    windows.map(({ stream, window }) => [stream, window]),
  );
  const rows = await query(
    AnswerRow,
    `SELECT stream, window_name, observed_at, started_at FROM flight_window_answers
     WHERE ${sql} FOR UPDATE`,
    params,
    connection,
  );
  return rows.map(({ stream, window_name, observed_at, started_at }) => ({
    stream,
    window: window_name,
    observedAt: observed_at,
    startedAt: started_at,
  }));
}
