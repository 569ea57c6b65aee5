import type { FlightStream } from "@/lib/model/stream";

export type BoardStream = Exclude<FlightStream, "schedules">;

/** The live windows of one airport: the one that holds now and the one before, both directions. */
export type LiveBoard = {
  stream: BoardStream;
  airport: string;
  /** Calls that they are expected to need. */
  calls: number;
  /** When one of them was last asked; null when none was. */
  askedAt: Date | null;
};

export type LiveRound = {
  boards: LiveBoard[];
  /** What a round of all boards would need. */
  calls: number;
  /** Rounds of this size until each board has had its turn: 1 when all fit. */
  rounds: number;
};

/**
 * Which boards a live round asks for when it may make `budget` calls: all that fit, the longest not asked first, so that
 * each has its turn. At least one, however small the budget. Pure.
 */
export function planLiveRound(wish: { boards: readonly LiveBoard[]; budget: number }): LiveRound {
  const calls = callsOf(wish.boards);
  if (calls <= wish.budget) return { boards: [...wish.boards], calls, rounds: 1 };
  const chosen: LiveBoard[] = [];
  let left = wish.budget;
  for (const board of wish.boards.toSorted(longestNotAskedFirst)) {
    left -= board.calls;
    if (left < 0 && chosen.length > 0) break;
    chosen.push(board);
  }
  return { boards: chosen, calls, rounds: roundsFor(calls, wish.budget) };
}

/** Rounds of `budget` calls that so many calls make, at least one. */
export const roundsFor = (calls: number, budget: number): number =>
  Math.max(1, Math.ceil(calls / Math.max(1, budget)));

export const callsOf = (boards: readonly LiveBoard[]): number =>
  boards.reduce((sum, board) => sum + board.calls, 0);

const longestNotAskedFirst = (one: LiveBoard, other: LiveBoard): number =>
  (one.askedAt?.getTime() ?? 0) - (other.askedAt?.getTime() ?? 0) ||
  one.airport.localeCompare(other.airport) ||
  one.stream.localeCompare(other.stream);
