import { replayMany } from "@/inngest/replay-rejects";
import { replayRejects } from "@/lib/contract/rejects";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(replayRejects, ({ body, actor }) => replayMany(body, actor)),
});
