import type { Replay } from "@/lib/contract/rejects";

type Outcome = Replay["rejects"][number]["outcome"];

/** What became of each reject that was read again, by id. */
export type ReplayOutcomes = Map<number, Outcome>;
