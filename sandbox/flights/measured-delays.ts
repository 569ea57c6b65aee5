type Quantile = readonly [share: number, minutes: number];

/** Departure delays of 38,433 recorded flights (API.md 8.2), and the longest one. */
export const DEPARTURE_DELAYS: readonly Quantile[] = [
  [0, -26],
  [0.05, -3],
  [0.096, 0],
  [0.25, 5],
  [0.5, 17],
  [0.75, 37],
  [0.9, 66],
  [0.95, 90],
  [0.99, 157],
  [0.994, 180],
  [0.9995, 420],
  [1, 1536],
];

/** What a flight makes up for (or loses) under way, of recorded flights that landed. */
export const MADE_UP: readonly Quantile[] = [
  [0, -64],
  [0.05, -25],
  [0.1, -20],
  [0.25, -13],
  [0.5, -7],
  [0.75, -2],
  [0.9, 4],
  [0.95, 9],
  [0.999, 50],
  [1, 81],
];

/** The value at a fraction of a measured distribution: straight between its quantiles, in whole minutes. */
export function quantile(table: readonly Quantile[], fraction: number): number {
  const upper = table.findIndex(([share]) => fraction <= share);
  const [high, low] = [table[upper] ?? table[table.length - 1], table[Math.max(0, upper - 1)]];
  if (!high || !low) return 0;
  const width = high[0] - low[0];
  const part = width > 0 ? (fraction - low[0]) / width : 0;
  return Math.round(low[1] + part * (high[1] - low[1]));
}
