import { replyWhenEnded } from "@/inngest/reply-when-ended";
import { requestFlightSync } from "@/inngest/request-flight-sync";
import { startFlightSync } from "@/lib/contract/sync";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(startFlightSync, async ({ query: { wait, ...wish }, actor, call }) => {
    const { started, note } = await requestFlightSync(wish, actor);
    const waiting = { seconds: wait, signal: call.signal, note };
    return replyWhenEnded(started, started.run_ids, waiting);
  }),
});
