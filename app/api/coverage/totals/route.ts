import { listCoverageTotals } from "@/lib/contract/coverage";
import { findCoverageTotals } from "@/lib/db/coverage/find-coverage-totals";
import { methods } from "@/lib/http/methods";
import { serve } from "@/lib/http/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listCoverageTotals, ({ query }) => findCoverageTotals(query)),
});
