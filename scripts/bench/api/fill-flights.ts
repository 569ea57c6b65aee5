import { createHash } from "node:crypto";
import { z } from "zod";
import { findPlaces } from "@/lib/db/airports/find-places";
import { bumpDataVersion } from "@/lib/db/data-version";
import { execute } from "@/lib/db/execute";
import { loadFlights } from "@/lib/db/flights/load-flights";
import { query } from "@/lib/db/query";
import { transaction } from "@/lib/db/transaction";
import { readFlightAnswer } from "@/lib/normalize/flights/read-flight-answer";
import { makeAnswers } from "../make-answers";

const WEEKS = 52;
const LOADED_AT_ONCE = 2000;

/**
 * Fills an empty, migrated database with a year of flights, `wanted` in all: a week of made answers goes the product's own
 * way into rows, and the database copies that week to the 51 others. A database that has as many already is left alone.
 */
export async function fillFlights(wanted: number, say: (line: string) => void): Promise<void> {
  const aDay = Math.ceil(wanted / (WEEKS * 7));
  if ((await countFlights()) === aDay * 7 * WEEKS) return;
  say(`making ${(aDay * 7 * WEEKS).toLocaleString("en-US")} flights, once …`);
  for (const table of FILLED) await execute(`TRUNCATE TABLE ${table}`);
  await loadWeek(aDay);
  const [last] = await query(z.object({ id: z.number() }), "SELECT MAX(id) AS id FROM flights");
  const span = last?.id ?? 0;
  for (let week = 1; week < WEEKS; week += 1) {
    for (const table of ["flights", "flight_codeshares"]) await copyWeek(table, { week, span });
    if (week % 10 === 0) say(`week ${week} of ${WEEKS}`);
  }
  await finish(span * WEEKS);
}

const FILLED = [
  "flight_observations",
  "flight_events",
  "flight_codeshares",
  "flights",
  "flight_days",
  "flight_routes",
];

async function countFlights(): Promise<number> {
  const [count] = await query(z.object({ n: z.number() }), "SELECT COUNT(*) AS n FROM flights");
  return count?.n ?? 0;
}

async function loadWeek(aDay: number): Promise<void> {
  const findPlace = await findPlaces();
  const observed = makeAnswers(aDay * 7, aDay).flatMap(({ window, observedAt, body }) => {
    const payloadHash = createHash("sha256").update(body).digest("hex");
    return readFlightAnswer({
      stream: "flight-information",
      json: JSON.parse(body.toString("utf8")),
      observedAt,
      payloadId: payloadHash.slice(0, 36),
      payloadHash,
      window,
      findPlace,
    }).observed;
  });
  for (let from = 0; from < observed.length; from += LOADED_AT_ONCE) {
    const some = observed.slice(from, from + LOADED_AT_ONCE);
    await transaction((connection) =>
      loadFlights(connection, { runId: null, now: new Date(), observed: some, answers: [] }),
    );
  }
}

const Column = z.object({ name: z.string(), type: z.string() });

async function copyWeek(
  table: string,
  { week, span }: { week: number; span: number },
): Promise<void> {
  const columns = await query(
    Column,
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position`,
    [table],
  );
  const id = table === "flights" ? "id" : "flight_id";
  await execute(
    `INSERT INTO ${table} (${columns.map(({ name }) => name).join(", ")})
     SELECT ${columns.map((column) => moved(column, week, span)).join(", ")} FROM ${table} WHERE ${id} <= ?`,
    [span],
  );
}

/** A column of a flight that is so many weeks later and another row. */
function moved({ name, type }: z.infer<typeof Column>, week: number, span: number): string {
  const later = `INTERVAL ${week * 7} DAY`;
  if (name === "id" || name === "flight_id") return `${name} + ${week * span}`;
  if (type === "date" || type === "datetime") return `DATE_ADD(${name}, ${later})`;
  if (!name.endsWith("_local")) return name;
  return `CONCAT(DATE_ADD(LEFT(${name}, 10), ${later}), SUBSTRING(${name}, 11))`;
}

async function finish(lastId: number): Promise<void> {
  await execute("UPDATE flight_sequence SET next_id = ?", [lastId + 1]);
  await execute("DELETE FROM flight_days");
  await execute("DELETE FROM flight_routes");
  await execute(
    `INSERT INTO flight_days (flight_date, service_type, status, flights)
     SELECT flight_date, service_type, status, COUNT(*) FROM flights GROUP BY flight_date, service_type, status`,
  );
  await execute(
    `INSERT INTO flight_routes (origin, destination, service_type, flights)
     SELECT origin, destination, service_type, COUNT(*) FROM flights GROUP BY origin, destination, service_type`,
  );
  await execute(`ANALYZE TABLE ${FILLED.join(", ")}`);
  await transaction(bumpDataVersion);
}
