import {
  MOST_REPLAYED,
  type Replay,
  type ReplayWish,
  replayReject,
  replayRejects,
} from "@/lib/contract/rejects";
import { writeAudit } from "@/lib/db/audit/write-audit";
import { databaseNow } from "@/lib/db/database-now";
import {
  findReplayable,
  findReplayables,
  type Replayable,
} from "@/lib/db/findings/find-replayable";
import { transaction } from "@/lib/db/transaction";
import { orNotFound } from "@/lib/http/or-not-found";
import type { Actor } from "@/lib/model/actor";
import { isFlightStream, STREAMS, type StreamName } from "@/lib/model/stream";
import { replayFlights } from "./replay-flights";
import { replayList } from "./replay-list";
import type { ReplayOutcomes } from "./replay-outcomes";

/** Reads one reject again, also one that was resolved. Throws `not_found`. */
export async function replayOne(id: number, actor: Actor): Promise<Replay> {
  const reject = orNotFound(await findReplayable(id), "reject", `${id}`);
  const replay = toReplay([reject], await replayAll([reject]), 0);
  await note(replay, { actor, action: replayReject.id, resourceKey: `${id}`, wish: { ids: [id] } });
  return replay;
}

/** Reads open rejects again, oldest first, and says what became of each and how many are left. */
export async function replayMany(wish: ReplayWish, actor: Actor): Promise<Replay> {
  const { rejects, total } = await findReplayables(wish, MOST_REPLAYED);
  const replay = toReplay(rejects, await replayAll(rejects), total - rejects.length);
  const resourceKey = [wish.stream, wish.rule, wish.ids?.join(",")].filter(Boolean).join(" ");
  await note(replay, { actor, action: replayRejects.id, resourceKey, wish });
  return replay;
}

async function replayAll(rejects: readonly Replayable[]): Promise<ReplayOutcomes> {
  const outcomes: ReplayOutcomes = new Map();
  for (const stream of STREAMS) {
    const own = rejects.filter((reject) => reject.stream === stream);
    if (own.length > 0) await replayStream(stream, own, outcomes);
  }
  return outcomes;
}

const replayStream = (
  stream: StreamName,
  rejects: readonly Replayable[],
  outcomes: ReplayOutcomes,
): Promise<void> =>
  isFlightStream(stream)
    ? replayFlights(stream, rejects, outcomes)
    : replayList(stream, rejects, outcomes);

function toReplay(rejects: readonly Replayable[], outcomes: ReplayOutcomes, left: number): Replay {
  const each = rejects.map(({ id }) => ({ id, outcome: outcomes.get(id) ?? ("lost" as const) }));
  const count = (wanted: Replay["rejects"][number]["outcome"]) =>
    each.filter(({ outcome }) => outcome === wanted).length;
  const [kept, still_rejected, lost] = [count("kept"), count("rejected"), count("lost")];
  const next = left > 0 ? (rejects.at(-1)?.id ?? null) : null;
  const more = next === null ? "" : ` ${left} more match: go on after ${next}.`;
  const message = `${each.length} rejects were read again: ${kept} are kept now, ${still_rejected} are still rejected, ${lost} have no answer that can be read.${more}`;
  return { message, replayed: each.length, kept, still_rejected, lost, left, next, rejects: each };
}

/** Written after the work, which is several transactions: each of them is right by itself. */
const note = (
  { message: _, rejects: _each, next: _next, ...counts }: Replay,
  { wish, ...entry }: { actor: Actor; action: string; resourceKey: string; wish: ReplayWish },
): Promise<void> =>
  transaction(async (connection) => {
    const at = await databaseNow(connection);
    const after = { ...wish, ...counts };
    await writeAudit(connection, { ...entry, at, resource: "rejects", before: null, after });
  });
