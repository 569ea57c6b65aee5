/** What became of the requests of one operation. */
export type OperationTally = {
  answers: Map<string, number>;
  /** Of answers that were none of 5xx, in milliseconds. */
  took: number[];
};

/** What became of all requests, by operation. */
export class Tally {
  readonly operations = new Map<string, OperationTally>();
  /** Answers of 5xx, and requests without an answer. */
  failed = 0;

  /** Notes an answer by its status, or `no answer`. */
  note(operation: string, answer: number | "no answer", milliseconds: number): void {
    const of: OperationTally = this.operations.get(operation) ?? { answers: new Map(), took: [] };
    this.operations.set(operation, of);
    of.answers.set(String(answer), (of.answers.get(String(answer)) ?? 0) + 1);
    if (answer === "no answer" || answer >= 500) this.failed += 1;
    else of.took.push(milliseconds);
  }
}

/** The nearest-rank percentile of these numbers: the smallest that at least `share` of them do not exceed. Null of none. */
export function percentile(numbers: readonly number[], share: number): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
