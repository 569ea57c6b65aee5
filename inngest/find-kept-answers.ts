import { findAnswersOfDay } from "@/lib/db/normalize/find-answers-of-day";
import type { FlightStream } from "@/lib/model/stream";
import type { PayloadStore } from "@/lib/raw/payload-store";
import type {
  KeptAnswer,
  KeptAnswers,
  LostAnswer,
} from "@/lib/sync/normalize-again/reread-answers";

/** Bodies of one read: some megabytes. */
const AT_ONCE = 250;

/** The answers that are kept of the windows of one local day, whole; those that the raw store does not have any more are named. */
export async function findKeptAnswers(
  store: PayloadStore,
  stream: FlightStream,
  day: string,
): Promise<KeptAnswers> {
  const known = await findAnswersOfDay(stream, day);
  const answers: KeptAnswer[] = [];
  const lost: LostAnswer[] = [];
  for (let from = 0; from < known.length; from += AT_ONCE) {
    const part = known.slice(from, from + AT_ONCE);
    const { found, damaged } = await store.findMany(part.map(({ payloadId }) => payloadId));
    const byId = new Map(found.map((payload) => [payload.id, payload]));
    for (const { payloadId, window } of part) {
      const payload = byId.get(payloadId);
      if (payload) {
        const { receivedAt, body } = payload.answer;
        answers.push({ payloadId, hash: payload.hash, window, receivedAt, body });
      } else {
        lost.push({ payloadId, reason: damaged.includes(payloadId) ? "damaged" : "missing" });
      }
    }
  }
  return { answers, lost };
}
