import { replyWhenEnded } from "@/inngest/reply-when-ended";
import { requestPersonsSync } from "@/inngest/request-persons-sync";
import { startSync } from "@/lib/contract/sync";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(startSync, async ({ params, query, actor, call }) => {
    const started = await requestPersonsSync(params.stream, actor);
    const wait = { seconds: query.wait, signal: call.signal };
    return replyWhenEnded(started, [started.run_id], wait);
  }),
});
