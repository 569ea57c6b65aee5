import type { Connection } from "mariadb";
import type { FlightStream } from "@/lib/model/stream";
import type { RereadAnswer, Rereading } from "@/lib/sync/normalize-again/reread-answers";
import { loadFlights } from "../flights/load-flights";
import type { UpsertCounts } from "../upsert/upsert-records";
import { compareWithStored } from "./compare-with-stored";
import { resolveRejects } from "./resolve-rejects";

/**
 * Puts what answers say today in the place of what is stored of them, and marks their rejects that are none any more as
 * resolved. Answers that say the same are left alone.
 */
export async function replaceAnswers(
  connection: Connection,
  { stream, runId, now }: { stream: FlightStream; runId: string; now: Date },
  { answers, rejects }: { answers: readonly RereadAnswer[]; rejects: Rereading["rejects"] },
): Promise<UpsertCounts> {
  const { differing } = await compareWithStored(answers, connection);
  const observed = differing.flatMap((answer) => answer.observed);
  const outcomes = await loadFlights(connection, {
    runId,
    now,
    observed,
    answers: [],
    replaces: differing.map(({ payloadId }) => payloadId),
  });
  const payloadIds = answers.map(({ payloadId }) => payloadId);
  await resolveRejects(connection, { stream, now }, { payloadIds, rejects });
  const all = answers.reduce((sum, answer) => sum + answer.observed.length, 0);
  const counts: UpsertCounts = { inserted: 0, updated: 0, unchanged: all - observed.length };
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}
