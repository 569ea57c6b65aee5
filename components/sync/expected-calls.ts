import type { Run } from "@/lib/contract/sync";
import type { StreamName } from "@/lib/model/stream";

/** What whole lists of these streams cost when they were last collected; null when one of them never was. */
export function expectedCalls(streams: readonly StreamName[], runs: readonly Run[]): number | null {
  const costs = streams.map((stream) =>
    runs.find((run) => run.stream === stream && run.scope === "list" && run.status === "complete"),
  );
  return costs.reduce<number | null>(
    (sum, run) => (sum === null || !run ? null : sum + run.api_calls),
    0,
  );
}
