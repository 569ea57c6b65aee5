import type { Connection } from "mariadb";
import type { FlightStream } from "@/lib/model/stream";
import type { NormalizedAnswer } from "@/lib/sync/normalize-again/normalize-stream";
import type { LostAnswer, RereadAnswer } from "@/lib/sync/normalize-again/reread-answers";
import type { Ledger, LoadedWindow } from "@/lib/sync/ports";
import { loadFlights } from "../flights/load-flights";
import { type LedgerWorker, ledgerOf } from "../ledger/ledger-of";
import type { AnsweredWindow } from "../ledger/load-windows";
import type { WindowOrigin } from "../ledger/window-origin";
import type { UpsertCounts } from "../upsert/upsert-records";
import { compareWithStored } from "./compare-with-stored";
import { removeHealedRejects } from "./remove-healed-rejects";
import { sayLostAnswers, sayLostDays } from "./say-lost-answers";

/**
 * The ledger of rebuilding the rows of one stream. What answers say today takes the place of what is stored of them; answers
 * that are lost leave what is stored as it is, and the window and the run say which. Coverage stays as it is.
 */
export function createNormalizeLedger(
  worker: LedgerWorker<FlightStream>,
): Ledger<NormalizedAnswer> {
  const { stream } = worker;
  const ledger = ledgerOf<NormalizedAnswer>(worker, async (connection, origin, windows) => {
    const counts: UpsertCounts[] = [];
    for (const { loaded } of windows) {
      counts.push(await replaceAnswers(connection, { stream, origin, loaded }));
    }
    return counts;
  });
  return {
    ...ledger,
    load: async (runId, window, loaded) => {
      const counts = await ledger.load(runId, window, loaded);
      const lost = loaded.records.flatMap(({ record }) => (isLost(record) ? [record] : []));
      if (lost.length > 0) await sayLostAnswers(window, lost);
      return counts;
    },
    finish: async (runId, end) => {
      await sayLostDays(runId);
      return ledger.finish(runId, end);
    },
  };
}

const isLost = (record: NormalizedAnswer): record is LostAnswer => "reason" in record;

async function replaceAnswers(
  connection: Connection,
  {
    stream,
    origin,
    loaded,
  }: {
    stream: FlightStream;
    origin: WindowOrigin;
    loaded: AnsweredWindow<NormalizedAnswer>["loaded"];
  },
): Promise<UpsertCounts> {
  const answers = rereadOf(loaded);
  const { differing } = await compareWithStored(answers, connection);
  const observed = differing.flatMap((answer) => answer.observed);
  const outcomes = await loadFlights(connection, {
    runId: origin.runId,
    now: origin.now,
    observed,
    answers: [],
    replaces: differing.map(({ payloadId }) => payloadId),
  });
  await removeHealedRejects(connection, stream, {
    payloadIds: answers.map(({ payloadId }) => payloadId),
    rejects: loaded.rejects,
  });
  const all = answers.reduce((sum, answer) => sum + answer.observed.length, 0);
  const counts: UpsertCounts = { inserted: 0, updated: 0, unchanged: all - observed.length };
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}

const rereadOf = ({ records }: LoadedWindow<NormalizedAnswer>): RereadAnswer[] =>
  records.flatMap(({ record }) => (isLost(record) ? [] : [record]));
