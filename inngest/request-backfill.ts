import { type BackfillWish, startBackfill } from "@/lib/contract/backfills";
import type { SyncStarted } from "@/lib/contract/sync";
import type { Actor } from "@/lib/model/actor";
import { describeLeftOut } from "@/lib/sync/streams/plan-flights";
import { backfillScope, checkRaw, planBackfill, wrongWish } from "./plan-backfill";
import { requestSyncs } from "./request-sync";

/**
 * Starts a backfill, or the building anew of rows from kept answers. Throws like planBackfill, and `validation_failed` where
 * the source serves none of its days.
 */
export async function requestBackfill(wish: BackfillWish, actor: Actor): Promise<SyncStarted> {
  if (wish.mode === "raw") checkRaw(wish);
  else await checkServed(wish);
  const [started] = await requestSyncs(
    [
      {
        stream: wish.stream,
        scope: backfillScope(wish),
        task: wish.mode === "raw" ? "normalize" : "backfill",
        trigger: "person",
        requestedBy: actor.email,
      },
    ],
    { actor, action: startBackfill.id },
  );
  if (!started) throw new Error("A backfill was asked for and not answered");
  return started;
}

async function checkServed(wish: BackfillWish): Promise<void> {
  const plan = await planBackfill(wish, new Date());
  if (plan.windows.length + plan.settled > 0) return;
  const why = describeLeftOut(plan);
  if (plan.gone + plan.ahead === 0) throw wrongWish("of", `leaves nothing to ask. ${why}`);
  throw wrongWish(
    "from",
    `begins no days that can be asked for. ${why} Mode raw reads what is kept`,
  );
}
