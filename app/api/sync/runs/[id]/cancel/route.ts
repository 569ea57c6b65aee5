import { cancelRun } from "@/lib/contract/sync";
import { cancelRun as cancel } from "@/lib/db/runs/cancel-run";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(cancelRun, ({ params, actor }) => cancel(params.id, actor)),
});
