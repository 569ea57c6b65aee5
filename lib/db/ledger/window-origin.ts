import type { StreamName } from "@/lib/model/stream";

/** What every row that a window gives is marked with. `now` is the database's clock. */
export type WindowOrigin = { runId: string; stream: StreamName; now: Date };
