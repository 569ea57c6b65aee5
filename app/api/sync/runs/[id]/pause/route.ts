import { pauseRun } from "@/lib/contract/sync";
import { pauseRun as pause } from "@/lib/db/runs/pause-run";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(pauseRun, ({ params, actor }) => pause(params.id, actor)),
});
