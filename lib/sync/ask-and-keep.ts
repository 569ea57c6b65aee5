import type { Attempt, Question } from "@/lib/model/answer";
import type { StreamName } from "@/lib/model/stream";
import { Interruption } from "./interruption";
import type { LedgerWindow, SyncPorts } from "./ports";
import type { Asked } from "./sync-stream";

/**
 * Asks one question of a window. Every answer is kept raw and noted in the ledger before anybody tries to understand it,
 * so that an error of ours loses nothing. Throws `Interruption` where asking on is useless now.
 */
export async function askAndKeep<Rec, Knowledge>(
  question: Question,
  {
    stream,
    runId,
    window,
    ports,
  }: { stream: StreamName; runId: string; window: LedgerWindow; ports: SyncPorts<Rec, Knowledge> },
): Promise<Asked> {
  const kept: { payloadId: string; hash: string; receivedAt: Date }[] = [];
  const onAttempt = async (attempt: Attempt): Promise<void> => {
    if (attempt.kind === "no_answer") {
      await ports.ledger.noteCall(window, null);
      return;
    }
    const name = `${window.scope} ${window.key}`;
    const saved = await ports.keepAnswer({ stream, window: name, runId, attempt });
    const { status, body } = attempt.answer;
    await ports.ledger.noteCall(window, {
      payloadId: saved.id,
      status,
      hash: saved.hash,
      bytes: body.byteLength,
    });
    const { receivedAt } = attempt.answer;
    kept.push({ payloadId: saved.id, hash: saved.hash, receivedAt });
  };
  const reading = await ports.source.ask(question, onAttempt);
  if (reading.kind === "wait" || reading.kind === "refused") throw new Interruption(reading);
  const last = kept.at(-1);
  if (!last) {
    throw new Error(`The answer to ${question.path} was understood but never told of`);
  }
  return { ...reading, ...last };
}
