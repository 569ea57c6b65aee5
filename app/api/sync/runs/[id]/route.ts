import { getRun } from "@/lib/contract/sync";
import { getRun as readRun } from "@/lib/db/runs/get-run";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getRun, ({ params }) => readRun(params.id)),
});
