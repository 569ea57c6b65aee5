import type { FieldInfo } from "mariadb";

export type DriverRows = Record<string, unknown>[] & { meta?: FieldInfo[] };

/** Parameters with their Dates as MySQL's text in UTC; lists for `IN (?)` are looked into. */
export function toSqlParams(params: readonly unknown[]): unknown[] {
  return params.map(toSqlParam);
}

function toSqlParam(value: unknown): unknown {
  if (value instanceof Date) return toSqlInstant(value);
  return Array.isArray(value) ? value.map(toSqlParam) : value;
}

/** `2030-05-01 05:10:00.000`: an instant as MySQL's text in UTC. */
export function toSqlInstant(at: Date): string {
  const text = at.toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 23)}`;
}

/** Makes Dates of the DATETIME columns, which came as text in UTC, in place. DATE stays text: a day is no instant. */
export function readUtcDates(rows: DriverRows): DriverRows {
  const columns = (rows.meta ?? [])
    .filter(({ type }) => String(type) === "DATETIME" || String(type) === "TIMESTAMP")
    .map((column) => column.name());
  if (columns.length === 0) return rows;
  for (const row of rows) {
    for (const column of columns) {
      const text = row[column];
      if (typeof text === "string") row[column] = new Date(`${text.replace(" ", "T")}Z`);
    }
  }
  return rows;
}
