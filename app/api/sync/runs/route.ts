import { listRuns } from "@/lib/contract/sync";
import { findRuns } from "@/lib/db/runs/find-runs";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listRuns, ({ query }) => findRuns(query)),
});
