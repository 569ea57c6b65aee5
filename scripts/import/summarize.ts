import type { Run } from "@/lib/contract/sync";
import type { Ignored } from "./archived-answer";

/** What an import came to: the last line of `npm run import -- DIR --json`. */
export type ImportSummary = {
  /** Answers found, each once, and how many of them no import had brought before. */
  answers: number;
  new_answers: number;
  /** Rows that the answers held: what became of each adds up to it. */
  rows: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  ignored: readonly Ignored[];
  runs: { run_id: string; stream: string; status: string; rows: number; message?: string }[];
  duration_ms: number;
};

export function summarize({
  runs,
  newAnswers,
  archive,
  started,
}: {
  runs: readonly Run[];
  newAnswers: number;
  archive: { flights: readonly unknown[]; pages: readonly unknown[]; ignored: readonly Ignored[] };
  started: number;
}): ImportSummary {
  const sum = (of: "fetched" | "inserted" | "updated" | "unchanged" | "rejected") =>
    runs.reduce((total, run) => total + run[of], 0);
  return {
    answers: archive.flights.length + archive.pages.length,
    new_answers: newAnswers,
    rows: sum("fetched"),
    inserted: sum("inserted"),
    updated: sum("updated"),
    unchanged: sum("unchanged"),
    rejected: sum("rejected"),
    ignored: archive.ignored,
    runs: runs.map(({ id, stream, status, fetched, message }) => ({
      run_id: id,
      stream,
      status,
      rows: fetched,
      ...(message ? { message } : {}),
    })),
    duration_ms: Date.now() - started,
  };
}
