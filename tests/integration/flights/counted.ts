import { expect } from "vitest";
import { z } from "zod";
import { query } from "@/lib/db/query";

const ROLLUPS = {
  flight_days: "flight_date, service_type, status",
  flight_routes: "origin, destination, service_type",
};

/** The rollups of flights say what counting the flights says, and no more. */
export async function expectCounted(): Promise<void> {
  for (const [table, columns] of Object.entries(ROLLUPS)) {
    const Row = z.record(z.string(), z.unknown());
    const kept = await query(Row, `SELECT ${columns}, flights FROM ${table} ORDER BY ${columns}`);
    const counted = await query(
      Row,
      `SELECT ${columns}, COUNT(*) AS flights FROM flights GROUP BY ${columns} ORDER BY ${columns}`,
    );
    expect(kept, table).toEqual(counted);
  }
}
