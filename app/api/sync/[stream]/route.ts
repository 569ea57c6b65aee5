import { requestSync } from "@/inngest/request-sync";
import { startSync } from "@/lib/contract/sync";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(startSync, ({ params, caller }) =>
    requestSync({ stream: params.stream, trigger: "person", requestedBy: caller.email }),
  ),
});
