import { type SyncStarted, startSync } from "@/lib/contract/sync";
import type { Actor } from "@/lib/model/actor";
import type { ReferenceStream } from "@/lib/model/stream";
import { requestSyncs } from "./request-sync";

/** Asks for a whole list because a person wants it, which the audit log keeps. */
export async function requestPersonsSync(
  stream: ReferenceStream,
  actor: Actor,
): Promise<SyncStarted> {
  const wish = { stream, trigger: "person", requestedBy: actor.email } as const;
  const [started] = await requestSyncs([wish], { actor, action: startSync.id });
  if (!started) throw new Error("A sync was asked for and not answered");
  return started;
}
