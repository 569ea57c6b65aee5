export type About = { source: string; licence: string; date: string; note?: string };
export type Cell = string | number | null;

/** A table as JSON with one row a line, so that a new edition shows as a readable difference. */
export function writeTable(about: About, columns: readonly string[], rows: readonly Cell[][]) {
  const lines = rows.map((row) => JSON.stringify(row)).join(",\n");
  return `{"about":${JSON.stringify(about, null, 1)},\n"columns":${JSON.stringify(columns)},\n"rows":[\n${lines}\n]}\n`;
}
