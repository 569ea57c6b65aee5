import type { FlightStream } from "@/lib/model/stream";
import type { NormalizedAnswer } from "@/lib/sync/normalize-again/normalize-stream";
import type { LostAnswer, RereadAnswer } from "@/lib/sync/normalize-again/reread-answers";
import type { Ledger, LoadedWindow } from "@/lib/sync/ports";
import { type LedgerWorker, ledgerOf } from "../ledger/ledger-of";
import type { UpsertCounts } from "../upsert/upsert-records";
import { replaceAnswers } from "./replace-answers";
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
      const { rejects } = loaded;
      const reread = { answers: rereadOf(loaded), rejects };
      counts.push(await replaceAnswers(connection, { ...origin, stream }, reread));
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

const rereadOf = ({ records }: LoadedWindow<NormalizedAnswer>): RereadAnswer[] =>
  records.flatMap(({ record }) => (isLost(record) ? [] : [record]));
