import { describe, expect, test } from "vitest";
import { type LiveBoard, planLiveRound, roundsFor } from "@/lib/sync/live-round";

const START = Date.parse("2030-05-01T10:00:00Z");
const board = (airport: string, calls: number, askedMinutesAgo: number | null): LiveBoard => ({
  stream: "flight-status",
  airport,
  calls,
  askedAt: askedMinutesAgo === null ? null : new Date(START - askedMinutesAgo * 60_000),
});
const names = (boards: readonly LiveBoard[]) => boards.map(({ airport }) => airport);

describe("a live round", () => {
  const boards = [
    board("AAA", 4, 15),
    board("BBB", 8, 45),
    board("CCC", 4, null),
    board("DDD", 4, 30),
  ];

  test("asks for all boards where they fit, in the order given", () => {
    expect(planLiveRound({ boards, budget: 20 })).toEqual({ boards, calls: 20, rounds: 1 });
  });

  test("asks for those that were not asked longest where they do not", () => {
    const round = planLiveRound({ boards, budget: 12 });
    expect(names(round.boards)).toEqual(["CCC", "BBB"]);
    expect(round).toMatchObject({ calls: 20, rounds: 2 });
  });

  test("asks for one board at least, or nobody would ever have a turn", () => {
    expect(names(planLiveRound({ boards, budget: 1 }).boards)).toEqual(["CCC"]);
    expect(names(planLiveRound({ boards, budget: 0 }).boards)).toEqual(["CCC"]);
  });

  test("lets no board wait longer than the rounds that it tells of", () => {
    const letter = (index: number) => String.fromCharCode(65 + index);
    const many = Array.from({ length: 50 }, (_, index) =>
      board(`A${letter(index % 26)}${letter(Math.floor(index / 26))}`, 4 + (index % 5), null),
    );
    const lastTurn = new Map<LiveBoard, number>();
    for (let round = 1; round <= 12; round++) {
      const { boards: chosen, rounds } = planLiveRound({ boards: many, budget: 125 });
      expect(rounds).toBe(3);
      for (const one of chosen) {
        one.askedAt = new Date(START + round * 900_000);
        lastTurn.set(one, round);
      }
      if (round < rounds) continue;
      expect(many.filter((one) => (lastTurn.get(one) ?? 0) <= round - rounds)).toEqual([]);
    }
  });

  test("says in how many rounds each has its turn", () => {
    expect(roundsFor(250, 125)).toBe(2);
    expect(roundsFor(251, 125)).toBe(3);
    expect(roundsFor(0, 125)).toBe(1);
    expect(roundsFor(250, Number.POSITIVE_INFINITY)).toBe(1);
  });
});
