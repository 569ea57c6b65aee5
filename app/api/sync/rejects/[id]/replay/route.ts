import { replayOne } from "@/inngest/replay-rejects";
import { replayReject } from "@/lib/contract/rejects";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(replayReject, ({ params, actor }) => replayOne(params.id, actor)),
});
