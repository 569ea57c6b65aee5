/** Positions `from` to `to` of a list, counted from 1. The last window of a plan looks whether the list became longer. */
export type ListWindow = { from: number; to: number; isLast: boolean };

const WINDOW_LENGTH = 100;

type ListPlan = {
  /** The position to begin at. */
  from: number;
  /** Length of the list; null when unknown, then only the first window is planned. */
  totalCount: number | null;
  /** Positions that were unreadable before. */
  suspects: readonly number[];
};

/**
 * Cuts a list into windows of at most 100 positions. Each position that was unreadable before begins a window, so that
 * it is asked by itself and the page behind it is whole: [bad] + up to 100, ending before the next such position.
 */
export function planList({ from, totalCount, suspects }: ListPlan): ListWindow[] {
  const isSuspect = new Set(suspects);
  const windows: ListWindow[] = [];
  let start = from;
  while (start <= (totalCount ?? from)) {
    const to = endOfWindow(start, totalCount, isSuspect);
    windows.push({ from: start, to, isLast: totalCount === null || to === totalCount });
    start = to + 1;
  }
  return windows;
}

function endOfWindow(
  start: number,
  totalCount: number | null,
  isSuspect: ReadonlySet<number>,
): number {
  const length = isSuspect.has(start) ? WINDOW_LENGTH + 1 : WINDOW_LENGTH;
  const end = Math.min(start + length - 1, totalCount ?? Number.POSITIVE_INFINITY);
  // Until the length is known, one window must reach far enough to hear of it, past positions that stay silent.
  if (totalCount === null) return end;
  let to = start;
  while (to < end && !isSuspect.has(to + 1)) to++;
  return to;
}
