import { setTimeout as sleep } from "node:timers/promises";
import { bumpDataVersion } from "@/lib/db/data-version";
import { transaction } from "@/lib/db/transaction";

/** Longer than a process may remember the data version. */
const SETTLE_MS = 400;

/** Answers a second of both sides, the middle of all rounds, and ours in parts of theirs. */
export type Comparison = { name: string; ours: number; theirs: number; ratio: number; aim: number };

type Sides = {
  name: string;
  aim: number;
  rounds: number;
  ours: Side;
  theirs: Side;
};

/**
 * Measures both sides in turn, as often as `rounds` says and once before to warm up. Each side begins with a new data
 * version: nothing that was kept before still stands. The ratio is the middle of the rounds' own ratios, so that a machine
 * that slows down meets both.
 */
export async function compare({ name, aim, rounds, ours, theirs }: Sides): Promise<Comparison> {
  const pairs: { ours: number; theirs: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = round % 2 === 0 ? await theirsFirst(ours, theirs) : await oursFirst(ours, theirs);
    if (round > 0) pairs.push(pair);
  }
  return {
    name,
    aim,
    ours: middle(pairs.map((pair) => pair.ours)),
    theirs: middle(pairs.map((pair) => pair.theirs)),
    ratio: middle(pairs.map((pair) => pair.ours / pair.theirs)),
  };
}

type Side = () => Promise<number>;

/** Who is asked second finds the database warmer: each is it as often. */
const oursFirst = async (ours: Side, theirs: Side) => ({
  ours: await fresh(ours),
  theirs: await fresh(theirs),
});
const theirsFirst = async (ours: Side, theirs: Side) => ({
  theirs: await fresh(theirs),
  ours: await fresh(ours),
});

async function fresh(side: Side): Promise<number> {
  await transaction(bumpDataVersion);
  await sleep(SETTLE_MS);
  return side();
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const at = Math.floor(sorted.length / 2);
  const upper = sorted[at] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[at - 1] ?? 0)) / 2;
}
