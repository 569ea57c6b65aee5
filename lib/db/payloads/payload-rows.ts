import type { KeptAnswer } from "@/lib/raw/kept-answer";

export const BODY_COLUMNS = ["hash", "bytes", "stored_bytes", "body", "saved_at"] as const;

export const ANSWER_COLUMNS = [
  "id",
  "stream",
  "window_name",
  "run_id",
  "path",
  "query",
  "status",
  "headers",
  "hash",
  "received_at",
  "duration_ms",
] as const;

/** The values of ANSWER_COLUMNS. */
export const answerRow = (kept: KeptAnswer, hash: string) => [
  kept.id,
  kept.stream,
  kept.window,
  kept.runId,
  kept.path,
  JSON.stringify(kept.query),
  kept.status,
  JSON.stringify(kept.headers),
  hash,
  kept.receivedAt,
  kept.durationMs,
];
